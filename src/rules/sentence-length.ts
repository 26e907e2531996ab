import { defineDocumentRule } from '../core/lint/rule.js';
import { blockAt, PARTING } from '../core/markdown/prose.js';
import { KeptScan } from '../core/text/kept-scan.js';
import { numberOption } from './support/options.js';
import { isQuoted } from './support/quotations.js';
import { type Sentence, sentencesOf } from './support/sentences.js';

const MAX_WORDS = 35;

export const rule = defineDocumentRule({
  id: 'sentence-length',
  meta: {
    scope: 'document',
    group: 'words',
    description: 'Disallow sentences that are too long to read in one go',
    defaultSeverity: 'info',
    fixable: false,
    optionsSchema: {
      type: 'object',
      properties: {
        max_words: {
          type: 'integer',
          minimum: 1,
          default: MAX_WORDS,
          title: 'Most words in a sentence',
          description: 'How many words a sentence can have before it is reported.',
        },
      },
    },
    defaultOptions: { max_words: MAX_WORDS },
    messages: { long: 'This sentence has {words} words, and more than {max} are hard to follow. Split it where a new thought begins.' },
  },
  check(context) {
    const max = numberOption(context.options.max_words, MAX_WORDS);
    for (const { start, end, words } of longSentences(context.prose.text, max)) {
      const block = blockAt(context.prose, start);
      if (!block || block.kind === 'heading') continue;
      const at = { start: block.offsetAt(start - block.start), end: block.offsetAt(end - 1 - block.start) + 1 };
      if (!isQuoted(at, context)) context.report({ messageId: 'long', data: { words, max }, at });
    }
  },
});

/** For the most words that a sentence was allowed last. */
let last: { readonly max: number; readonly scan: KeptScan<Sentence> } | undefined;

function longSentences(prose: string, max: number): readonly Sentence[] {
  if (last?.max !== max) last = { max, scan: new KeptScan(PARTING, (text, from, to) => longIn(text, from, to, max)) };
  return last.scan.in(prose);
}

function longIn(text: string, from: number, to: number, max: number): Sentence[] {
  const long: Sentence[] = [];
  for (let start = from; start < to; ) {
    const parting = text.indexOf(PARTING, start);
    const end = parting < 0 ? to : parting;
    // A word is a character and a space at the least.
    if (end - start >= max * 2) for (const sentence of sentencesOf(text, start, end)) if (sentence.words > max) long.push(sentence);
    start = end + PARTING.length;
  }
  return long;
}
