import { defineDocumentRule } from '../core/lint/rule.js';
import { releveled } from './support/heading-edits.js';
import { shorten } from './support/shorten.js';

export const rule = defineDocumentRule({
  id: 'heading-increment',
  meta: {
    scope: 'document',
    group: 'structure',
    description: 'Disallow headings that skip a level',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: { jump: '“{title}” is a heading of level {depth} below one of level {above}. Make it level {expected}, with {marks}.' },
  },
  check({ facts, text, report }) {
    for (const [index, heading] of facts.headings.entries()) {
      const above = facts.headings[index - 1];
      if (!above || heading.depth <= above.depth + 1) continue;
      const expected = above.depth + 1;
      const fix = releveled(heading, expected, text);
      report({
        messageId: 'jump',
        data: { title: shorten(heading.text), depth: heading.depth, above: above.depth, expected, marks: '#'.repeat(expected) },
        at: { start: heading.start, end: heading.end },
        ...(fix ? { suggestions: [fix] } : {}),
      });
    }
  },
});
