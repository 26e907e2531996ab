import { defineDocumentRule } from '../core/lint/rule.js';
import { numberOption } from './support/options.js';
import { isQuoted } from './support/quotations.js';
import { sentencesOf } from './support/sentences.js';

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
    const { text, blocks } = context.prose;
    for (const block of blocks) {
      if (block.kind === 'heading' || block.end - block.start < max * 2) continue;
      for (const { start, end, words } of sentencesOf(text, block.start, block.end)) {
        if (words <= max) continue;
        const at = { start: block.offsetAt(start - block.start), end: block.offsetAt(end - 1 - block.start) + 1 };
        if (!isQuoted(at, context)) context.report({ messageId: 'long', data: { words, max }, at });
      }
    }
  },
});
