import { defineDocumentRule } from '../core/lint/rule.js';
import { claimsOf, fieldsOf } from '../core/workspace/document.js';
import { missingReason } from './support/reasons.js';

export const rule = defineDocumentRule({
  id: 'claim-reason',
  meta: {
    scope: 'document',
    group: 'criteria',
    description: 'Require a reason for each claim that a criterion serves a core domain',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: { missing: 'This claim gives no reason. Say under “because” how the criterion serves “{domain}” here.' },
  },
  check({ facts, report }) {
    for (const { domain, field } of claimsOf(facts)) {
      const at = missingReason(fieldsOf(facts), field, 'domain');
      if (at) report({ messageId: 'missing', data: { domain }, at });
    }
  },
});
