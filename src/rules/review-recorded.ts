import { defineDocumentRule } from '../core/lint/rule.js';
import { listOf } from '../core/text/suggest.js';
import { fieldsOf, fieldText } from '../core/workspace/document.js';

const FIELDS = ['last_reviewed_on', 'review_in'];

export const rule = defineDocumentRule({
  id: 'review-recorded',
  meta: {
    scope: 'document',
    group: 'review',
    description: 'Require published documents to say when they were reviewed and when they will be again',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing:
        'This is published and does not give {fields}. Record the review that it had and how soon the next is due, or set the status back to in-review.',
    },
  },
  check({ facts, report }) {
    if (fieldText(facts, 'status') !== 'published') return;
    const fields = fieldsOf(facts);
    const missing = FIELDS.filter((name) => fields[name] === undefined || fields[name] === null || fields[name] === '');
    if (missing.length === 0) return;
    report({ messageId: 'missing', data: { fields: listOf(missing.map((name) => `“${name}”`)) }, at: { field: ['status'] } });
  },
});
