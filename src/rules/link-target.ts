import { defineLinkedRule } from '../core/lint/rule.js';
import { relativeUrl } from '../core/markdown/link-target.js';
import { didYouMean, nearest } from '../core/text/suggest.js';

export const rule = defineLinkedRule({
  id: 'link-target',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require links to lead to files that exist',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: { missing: 'There is no file at “{url}”.{hint}' },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      if (reference.via !== 'link' && reference.via !== 'image') continue;
      const { path, urlRange } = reference;
      if (path === undefined || snapshot.hasFile(path) || snapshot.hasFolder(path)) continue;
      // Another letter case is a finding of its own, with a fix.
      if (snapshot.fileInOtherCase(path) !== undefined) continue;
      const meant = nearest(path, snapshot.filePaths);
      const address = meant === undefined ? undefined : relativeUrl(facts.path, meant);
      report({
        messageId: 'missing',
        data: { url: reference.url, hint: address === undefined ? ' Correct the link, or create the file.' : didYouMean(address, [address]) },
        at: urlRange ?? reference,
        ...(address === undefined || !urlRange ? {} : { suggestions: [{ title: `Link to “${address}”`, edits: [{ ...urlRange, text: address }] }] }),
      });
    }
  },
});
