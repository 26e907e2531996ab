import { defineLinkedRule } from '../core/lint/rule.js';
import { labelled } from '../core/model/framework.js';
import { readApplication } from '../core/workspace/application.js';
import { fieldsOf } from '../core/workspace/document.js';
import { missingReason } from './support/reasons.js';

export const rule = defineLinkedRule({
  id: 'standing-reason',
  meta: {
    scope: 'linked',
    group: 'criteria',
    description: 'Require a reason for each criterion that is planned or not applicable',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      planned: 'Guidance on criterion {criterion} is planned, with no reason given. Say under “because” what it waits for.',
      notApplicable: 'Criterion {criterion} is said not to apply, with no reason given. Say under “because” why.',
    },
  },
  check({ facts, snapshot, report }) {
    if (facts.type !== 'application') return;
    for (const { criterion, name, state, field } of readApplication(facts, snapshot.frameworks)?.entries ?? []) {
      const at = missingReason(fieldsOf(facts), field, 'criterion');
      if (!at) continue;
      const data = { criterion: criterion ? labelled(criterion) : `“${name}”` };
      report({ messageId: state === 'planned' ? 'planned' : 'notApplicable', data, at });
    }
  },
});
