import { reviewDue } from '../core/coverage/coverage.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { longDate } from '../core/schema/dates.js';
import { timeSpan } from '../core/schema/time-span.js';
import { fieldText, isWithdrawn } from '../core/workspace/document.js';

export const rule = defineLinkedRule({
  id: 'review-overdue',
  meta: {
    scope: 'linked',
    group: 'review',
    description: 'Require documents to be reviewed by the day that they name',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: { overdue: 'The review of this was due on {due}, {ago} ago. Ask {owner} to review it, and then set the new date.' },
  },
  check({ facts, today, report }) {
    const due = reviewDue(facts);
    if (due === undefined || due >= today || isWithdrawn(facts)) return;
    const owner = fieldText(facts, 'owner')?.trim();
    report({
      messageId: 'overdue',
      data: { due: longDate(due), ago: timeSpan(due, today), owner: owner ? `its owner (${owner})` : 'somebody who knows the subject' },
      at: { field: ['last_reviewed_on'] },
    });
  },
});
