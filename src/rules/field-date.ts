import { defineDocumentRule } from '../core/lint/rule.js';
import { isCalendarDate, longDate } from '../core/schema/dates.js';
import { fieldName } from './support/field-name.js';
import { datesMeant } from './support/parse-date.js';
import { shorten } from './support/shorten.js';
import { violationsOfKind } from './support/violations.js';

export const rule = defineDocumentRule({
  id: 'field-date',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require dates to exist and to be written year, month, day',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      form: '“{found}” is not a date in the form that “{field}” needs. Write year, month and day with hyphens, such as {example}.',
      absent: 'There is no day “{found}” in the calendar. Correct the date in “{field}”.',
    },
  },
  check({ facts, report }) {
    for (const { path, found } of violationsOfKind(facts, 'date')) {
      const meant = datesMeant(found);
      report({
        messageId: isIsoForm(found) ? 'absent' : 'form',
        data: { found: shorten(found), field: fieldName(path, facts), example: meant[0] ?? '2026-09-01' },
        at: { field: path },
        ...(meant.length === 0
          ? {}
          : { suggestions: meant.map((date) => ({ title: `Write ${date} (${longDate(date)})`, edits: [{ field: path, set: date }] })) }),
      });
    }
  },
});

/** Whether a text is written as a date should be, so that only the day itself can be wrong. */
function isIsoForm(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isCalendarDate(text);
}
