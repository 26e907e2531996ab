import type { CalendarDate } from '../../../core/schema/dates.js';

const FORMAT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as people write it: “1 September 2026”; as it is where it is none. */
export function dayInWords(day: CalendarDate | string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : FORMAT.format(time);
}
