import { defineLinkedRule } from '../core/lint/rule.js';
import { addressOf, isLink } from './support/addresses.js';
import { meantFile } from './support/meant-file.js';

export const rule = defineLinkedRule({
  id: 'link-target',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require links and images to lead to files that exist',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing: 'There is no file at “{url}”.{hint}',
      image: 'There is no image at “{url}”.{hint}',
    },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      if (!isLink(reference)) continue;
      const { path, urlRange, url, via } = reference;
      if (path === undefined || snapshot.hasFile(path) || (via === 'link' && snapshot.hasFolder(path))) continue;
      // Another letter case is a finding of its own, with a fix.
      if (snapshot.fileInOtherCase(path) !== undefined) continue;
      const meant = meantFile(path, via, snapshot);
      const address = meant === undefined ? undefined : addressOf(meant, facts, url);
      const otherwise = via === 'image' ? ' Correct the address, or add the image.' : ' Correct the link, or create the file.';
      report({
        messageId: via === 'image' ? 'image' : 'missing',
        data: { url, hint: address === undefined ? otherwise : ` Did you mean “${address}”?` },
        at: urlRange ?? reference,
        ...(address === undefined || !urlRange
          ? {}
          : { suggestions: [{ title: `Change to “${address}”`, edits: [{ ...urlRange, text: address }] }] }),
      });
    }
  },
});
