import { reviewDue } from '../../core/coverage/coverage.js';
import type { DocumentFacts } from '../../core/facts/types.js';
import { type CalendarDate, isCalendarDate, longDate } from '../../core/schema/dates.js';
import { timeSpan } from '../../core/schema/time-span.js';
import { fieldText, titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { code, paragraphs, plain } from './markdown.js';

/** What a document is about and how it stands, as Markdown. */
export function describeDocument(facts: DocumentFacts, snapshot: WorkspaceSnapshot, today: CalendarDate): string {
  const summary = fieldText(facts, 'summary');
  const type = snapshot.types.get(facts.type ?? '')?.schema.title;
  const status = fieldText(facts, 'status');
  const stands = [type === undefined ? undefined : plain(type), status === undefined ? undefined : code(status)].filter(
    (part) => part !== undefined,
  );
  const due = reviewDue(facts);
  return paragraphs(
    `**${plain(titleOf(facts))}**`,
    summary === undefined ? undefined : plain(summary),
    stands.join(', '),
    due === undefined ? undefined : `Review due ${dateSaid(due, today)}.`,
  );
}

/** The summary alone, for lists of many documents. */
export function summaryOf(facts: DocumentFacts): { readonly documentation?: string } {
  const summary = fieldText(facts, 'summary');
  return summary === undefined ? {} : { documentation: plain(summary) };
}

/** A date with how far it is away: “1 September 2026, in 3 months”. */
export function dateSaid(date: CalendarDate, today: CalendarDate): string {
  if (!isCalendarDate(date)) return plain(date);
  if (date === today) return `${longDate(date)}, today`;
  return date > today ? `${longDate(date)}, in ${timeSpan(today, date)}` : `${longDate(date)}, ${timeSpan(date, today)} ago`;
}
