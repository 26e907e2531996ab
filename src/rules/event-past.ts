import { defineLinkedRule } from '../core/lint/rule.js';
import { isCalendarDate, longDate } from '../core/schema/dates.js';
import { fieldText, isWithdrawn } from '../core/workspace/document.js';

/** What the access of an event can be while people can still take part. */
const OFFERS: Readonly<Record<string, string>> = { open: 'open to all', registration: 'open for registration' };

export const rule = defineLinkedRule({
  id: 'event-past',
  meta: {
    scope: 'linked',
    group: 'review',
    description: 'Disallow events that are over and still offered',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      past: 'This event ended on {end} and is still said to be {offer}. Set “access” to “closed”, and keep the page as a record.',
    },
  },
  check({ facts, today, report }) {
    if (facts.type !== 'resource' || fieldText(facts, 'kind') !== 'event' || isWithdrawn(facts)) return;
    const end = fieldText(facts, 'ends_on') ?? fieldText(facts, 'starts_on');
    const access = fieldText(facts, 'access');
    const offer = access === undefined || !Object.hasOwn(OFFERS, access) ? undefined : OFFERS[access];
    if (end === undefined || offer === undefined || !isCalendarDate(end) || end >= today) return;
    report({
      messageId: 'past',
      data: { end: longDate(end), offer },
      at: { field: ['access'] },
      suggestions: [{ title: 'Set “access” to “closed”', edits: [{ field: ['access'], set: 'closed' }] }],
    });
  },
});
