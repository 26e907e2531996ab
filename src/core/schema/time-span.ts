import { count } from '../text/words.js';
import { type CalendarDate, daysBetween } from './dates.js';

/** The time between two dates as people say it: “yesterday” is “1 day”, then “3 weeks”, “6 months”, “2 years”. */
export function timeSpan(from: CalendarDate, to: CalendarDate): string {
  const days = daysBetween(from, to);
  if (days < 14) return count(days, 'day');
  const months = monthsBetween(from, to);
  if (months < 2) return count(Math.floor(days / 7), 'week');
  return months < 24 ? count(months, 'month') : count(Math.floor(months / 12), 'year');
}

function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}
