import { defineDocumentRule } from '../core/lint/rule.js';
import { fieldsOf, fieldText } from '../core/workspace/document.js';

export const rule = defineDocumentRule({
  id: 'owner-named',
  meta: {
    scope: 'document',
    group: 'review',
    description: 'Require an owner for documents that are in review or published',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: { missing: 'This is {status} and names no owner. Add “owner” with the role that keeps it right.' },
  },
  check({ facts, report }) {
    const status = fieldText(facts, 'status');
    if (status !== 'in-review' && status !== 'published') return;
    const owner = fieldsOf(facts)['owner'];
    const empty = owner === undefined || owner === null || (typeof owner === 'string' && owner.trim() === '');
    // What an owner of another kind is, such as a list, the form of the field says.
    if (!empty) return;
    report({
      messageId: 'missing',
      data: { status: status === 'published' ? 'published' : 'in review' },
      at: owner === undefined ? { field: ['status'] } : { field: ['owner'], part: 'key' },
    });
  },
});
