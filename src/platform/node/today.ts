import type { CalendarDate } from '../../core/schema/dates.js';

/** The current day where the user is, and not the one in Greenwich. */
export function localToday(now = new Date()): CalendarDate {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
