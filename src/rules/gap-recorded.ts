import { defineDocumentRule } from '../core/lint/rule.js';
import { recordedGaps } from './support/gaps.js';

export const rule = defineDocumentRule({
  id: 'gap-recorded',
  meta: {
    scope: 'document',
    group: 'structure',
    description: 'List the gaps that are recorded, so that they are seen',
    defaultSeverity: 'info',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: { gap: 'Recorded gap: {about}. {because}' },
  },
  check({ facts, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const { about, because, field } of recordedGaps(facts)) {
      report({
        messageId: 'gap',
        data: { about: oneLine(about).replace(/[.\s]+$/, ''), because: oneLine(because) },
        at: { field: [...field, 'about'] },
      });
    }
  },
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
