import { defineLinkedRule } from '../core/lint/rule.js';
import { isCalendarDate, longDate } from '../core/schema/dates.js';
import { fieldText } from '../core/workspace/document.js';

export const rule = defineLinkedRule({
  id: 'review-date-future',
  meta: {
    scope: 'linked',
    group: 'review',
    description: 'Disallow reviews that are dated in the future',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: {
      future:
        'This says that the last review was on {date}, which has not come yet. Give the day of the last review, or leave the field out until one has happened.',
    },
  },
  check({ facts, today, report }) {
    const date = fieldText(facts, 'last_reviewed_on');
    if (date === undefined || date <= today || !isCalendarDate(date)) return;
    report({ messageId: 'future', data: { date: longDate(date) }, at: { field: ['last_reviewed_on'] } });
  },
});
