import type { Finding } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { rangeOf } from '../core/markdown/visit.js';
import type { OffsetRange } from '../core/text/range.js';
import { didYouMean, nearest } from '../core/text/suggest.js';
import { shorten } from './support/shorten.js';

/** `[words][name]` and `[words][]`. One pair of brackets alone is ordinary text far more often than a link. */
const REFERENCE = /(?<![\\\w\]])\[((?:[^[\]\\]|\\.)+)\]\[((?:[^[\]\\]|\\.)*)\]/g;

export const rule = defineDocumentRule({
  id: 'link-reference',
  meta: {
    scope: 'document',
    group: 'references',
    description: 'Require links by name to have an address of that name',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: { missing: 'This is shown as it stands and is no link, since no line “[{name}]: address” gives the address.{hint}' },
  },
  check({ nodes, text, report }) {
    let names: string[] | undefined;
    for (const node of nodes.of('text')) {
      const { start: base, end } = rangeOf(node);
      const source = text.slice(base, end);
      if (!source.includes('][')) continue;
      for (const match of source.matchAll(REFERENCE)) {
        const [whole, words = '', written = ''] = match;
        if (isOther(words) || isOther(written)) continue;
        names ??= nodes.of('definition').map((definition) => definition.label ?? definition.identifier);
        const at = { start: base + match.index, end: base + match.index + whole.length };
        report(findingFor(words, written.trim() === '' ? words : written, names, at));
      }
    }
  },
});

function findingFor(words: string, name: string, names: readonly string[], at: OffsetRange): Finding {
  const meant = nearest(name, names);
  const hint = didYouMean(name, names) || ' Add that line, or write the address in round brackets: [words](address).';
  const data = { name: shorten(name.replace(/\s+/g, ' ')), hint };
  if (meant === undefined) return { messageId: 'missing', data, at };
  return {
    messageId: 'missing',
    data,
    at,
    suggestions: [{ title: `Change to “[${meant}]”`, edits: [{ ...at, text: `[${words}][${meant}]` }] }],
  };
}

/** Footnotes, citations and the boxes of a list of tasks. */
function isOther(words: string): boolean {
  return words !== '' && /^\^|@[\w{]|^\s*x?\s*$/i.test(words);
}
