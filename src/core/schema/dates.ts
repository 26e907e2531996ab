/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** Whether a text is a date that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/**
 * The date a period after another: `addPeriod('2026-01-31', '1 month')` is `2026-02-28`.
 * @param period such as “6 months”, as `review_in` has it
 * @returns undefined where the date or the period is not one
 */
export function addPeriod(date: CalendarDate, period: string): CalendarDate | undefined {
  const match = /^([1-9]\d*) (day|week|month|year)s?$/.exec(period);
  if (!match || !isCalendarDate(date)) return undefined;
  const count = Number(match[1]);
  const at = new Date(`${date}T00:00:00Z`);
  if (match[2] === 'day' || match[2] === 'week') at.setUTCDate(at.getUTCDate() + count * (match[2] === 'week' ? 7 : 1));
  else addMonths(at, count * (match[2] === 'year' ? 12 : 1));
  // A year of five digits is written in another form, which does not sort among dates.
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 ? undefined : at.toISOString().slice(0, 10);
}

/** A month after the 31st is the last day of a shorter month, and never the first days of the one after. */
function addMonths(date: Date, months: number): void {
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
}

/** The number of days from one date to another; negative where the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as people read it: `1 September 2026`. */
export function longDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
