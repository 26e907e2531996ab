import { reviewDue } from '../core/coverage/coverage.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { daysBetween, longDate } from '../core/schema/dates.js';
import { timeSpan } from '../core/schema/time-span.js';
import { isWithdrawn } from '../core/workspace/document.js';
import { numberOption } from './support/options.js';

const DAYS = 60;

export const rule = defineLinkedRule({
  id: 'review-due-soon',
  meta: {
    scope: 'linked',
    group: 'review',
    description: 'Point out documents whose review is due soon',
    defaultSeverity: 'info',
    fixable: false,
    optionsSchema: {
      type: 'object',
      properties: {
        days: {
          type: 'integer',
          minimum: 0,
          default: DAYS,
          title: 'Days',
          description: 'How many days before its date a review is called due soon.',
        },
      },
    },
    defaultOptions: { days: DAYS },
    messages: { soon: 'The review of this is due on {due}, {when}.' },
  },
  check({ facts, today, options, report }) {
    const due = reviewDue(facts);
    if (due === undefined || due < today || isWithdrawn(facts)) return;
    if (daysBetween(today, due) > numberOption(options.days, DAYS)) return;
    const when = due === today ? 'today' : `in ${timeSpan(today, due)}`;
    report({ messageId: 'soon', data: { due: longDate(due), when }, at: { field: ['last_reviewed_on'] } });
  },
});
