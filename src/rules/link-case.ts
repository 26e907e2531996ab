import type { DocumentFacts } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { addressOf, isLink } from './support/addresses.js';

export const rule = defineLinkedRule({
  id: 'link-case',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require links to be in the same capital and small letters as the file that they lead to',
    defaultSeverity: 'error',
    fixable: true,
    defaultOptions: {},
    messages: {
      case: 'The file is “{path}”, in other capital or small letters. Write “{address}”: many computers and the web tell them apart.',
    },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      if (!isLink(reference)) continue;
      const { path, urlRange, url, via } = reference;
      if (path === undefined || snapshot.hasFile(path) || (via === 'link' && snapshot.hasFolder(path))) continue;
      const actual = snapshot.fileInOtherCase(path);
      if (actual === undefined) continue;
      const address = inCaseOf(actual, url) ?? addressOf(actual, facts, url);
      report({
        messageId: 'case',
        data: { path: actual, address },
        at: urlRange ?? reference,
        ...(urlRange ? { fix: { title: `Write “${address}”`, edits: [{ ...urlRange, text: address }] } } : {}),
      });
    }
  },
});

/** The address as it is written, with nothing but its capital and small letters changed; undefined where more has to change. */
function inCaseOf(actual: DocumentFacts['path'], url: string): string | undefined {
  const [, lead = '', file = '', suffix = ''] = /^((?:\.{0,2}\/)*)([^?#]*)(.*)$/s.exec(url) ?? [];
  const tail = actual.slice(Math.max(0, actual.length - file.length));
  return tail.toLowerCase() === file.toLowerCase() ? lead + tail + suffix : undefined;
}
