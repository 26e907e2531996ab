import { isCalendarDate, longDate } from '../../core/schema/dates.js';
import { escapeHtml } from '../../core/text/escape-html.js';

/** A day in words that machines can read too; what is no day stays as it is written. */
export function dateHtml(date: string): string {
  return isCalendarDate(date) ? `<time datetime="${date}">${longDate(date)}</time>` : escapeHtml(date);
}
