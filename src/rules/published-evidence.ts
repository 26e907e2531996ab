import { defineDocumentRule } from '../core/lint/rule.js';
import { fieldText } from '../core/workspace/document.js';
import { listOption } from './support/options.js';

const TYPES = ['criterion-guidance', 'domain', 'attribute'];

export const rule = defineDocumentRule({
  id: 'published-evidence',
  meta: {
    scope: 'document',
    group: 'evidence',
    description: 'Require published guidance to cite its sources',
    defaultSeverity: 'warning',
    fixable: false,
    optionsSchema: {
      type: 'object',
      properties: {
        types: {
          type: 'array',
          items: { type: 'string' },
          default: TYPES,
          title: 'Types of document',
          description: 'The types of document that have to cite something once they are published.',
        },
      },
    },
    defaultOptions: { types: TYPES },
    messages: {
      uncited:
        'This is published and cites no source. Cite what it rests on, such as [@key, point 1.2], or set the status back to in-review.',
    },
  },
  check({ facts, options, report }) {
    if (fieldText(facts, 'status') !== 'published') return;
    if (facts.type === undefined || !listOption(options.types, TYPES).includes(facts.type)) return;
    if (!facts.references.some((reference) => reference.via === 'citation')) report({ messageId: 'uncited', at: { field: ['status'] } });
  },
});
