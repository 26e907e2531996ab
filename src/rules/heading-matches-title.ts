import { defineDocumentRule } from '../core/lint/rule.js';
import { fieldText } from '../core/workspace/document.js';
import { insideCurlyQuotes } from './support/curly-quotes.js';
import { escaped } from './support/heading-edits.js';
import { shorten } from './support/shorten.js';

export const rule = defineDocumentRule({
  id: 'heading-matches-title',
  meta: {
    scope: 'document',
    group: 'structure',
    description: 'Require the first heading and the title to be the same words',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: { differs: 'This heading is not the document’s title, “{title}”. Give both the same words.' },
  },
  check({ facts, report }) {
    const title = fieldText(facts, 'title');
    const heading = facts.headings.find((one) => one.depth === 1);
    // An empty title or a heading without words is a finding of other rules.
    if (title === undefined || title.trim() === '' || !heading || heading.text === '' || fold(title) === fold(heading.text)) return;
    // That the title wears printer's quotation marks is a finding of its own.
    if (fold(insideCurlyQuotes(title) ?? '') === fold(heading.text)) return;
    const at = { start: heading.start, end: heading.end };
    const words = title.replace(/\s+/g, ' ').trim();
    report({
      messageId: 'differs',
      data: { title: shorten(title) },
      at,
      related: [{ path: facts.path, at: { field: ['title'] }, message: 'The title.' }],
      suggestions: [
        { title: `Change the heading to “${shorten(title)}”`, edits: [{ ...at, text: `# ${escaped(words)}` }] },
        { title: `Change the title to “${shorten(heading.text)}”`, edits: [{ field: ['title'], set: heading.text }] },
      ],
    });
  },
});

/** Typewriter and printer's quotation marks and dashes are the same words, and so are different spaces. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
