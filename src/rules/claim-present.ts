import { defineDocumentRule } from '../core/lint/rule.js';
import { listAt, textAt } from '../core/yaml/value.js';

export const rule = defineDocumentRule({
  id: 'claim-present',
  meta: {
    scope: 'document',
    group: 'criteria',
    description: 'Require guidance that is past its draft to say which core domains it serves',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      none: 'This guidance says of no core domain that it serves it. Add “serves” with a domain, the reason and the basis, so that the map can show it.',
    },
  },
  check({ facts, types, report }) {
    if (facts.fields.state !== 'parsed') return;
    const { value } = facts.fields;
    const status = textAt(value, 'status');
    const canClaim = types.get(facts.type ?? '')?.schema.properties?.['serves'] !== undefined;
    if (!canClaim || (status !== 'in-review' && status !== 'published') || listAt(value, 'serves').length > 0) return;
    report({ messageId: 'none', at: { field: [value['serves'] === undefined ? 'criterion' : 'serves'], part: 'key' } });
  },
});
