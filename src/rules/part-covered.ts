import { partStates } from '../core/coverage/section-states.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { applicationOf, isWithdrawn } from '../core/workspace/document.js';
import { subjectElement } from '../core/workspace/subjects.js';
import { shortName } from './support/elements.js';

export const rule = defineLinkedRule({
  id: 'part-covered',
  meta: {
    scope: 'linked',
    group: 'criteria',
    description: 'Require guidance to cover every part of its criterion',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing:
        'Criterion {criterion} has the part “{label}: {title}”, and this guidance says nothing on it yet. Write it under the heading “{title}”, or record the gap.',
    },
  },
  check({ facts, snapshot, report }) {
    if (applicationOf(facts) === undefined || isWithdrawn(facts)) return;
    const criterion = subjectElement(facts, snapshot);
    if (criterion?.kind !== 'criterion' || criterion.parts.length === 0) return;
    for (const part of partStates(facts, criterion)) {
      if (part.filled || part.gap) continue;
      report({
        messageId: 'missing',
        data: { criterion: shortName(criterion), label: part.label, title: part.title },
        at: { field: ['criterion'] },
      });
    }
  },
});
