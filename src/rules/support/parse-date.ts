import { type CalendarDate, isCalendarDate } from '../../core/schema/dates.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WORD = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const NUMERIC = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./-]?(\d{1,2})[./-]?(\d{1,2})$/;
const ISO_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:/;
const DAY_FIRST = new RegExp(`^(?:[a-z]+,? )?(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${WORD},?[ -](\\d{4})$`, 'i');
const MONTH_FIRST = new RegExp(`^(?:[a-z]+,? )?${WORD} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');

/**
 * The dates that a text can mean: one where it is plain, two for `01/09/2026`, which people read in either order (the
 * British one first), none where it is no date.
 */
export function datesMeant(text: string): readonly CalendarDate[] {
  const found = readings(text.trim().replace(/\s+/g, ' ').slice(0, 60));
  return [...new Set(found.filter(isCalendarDate))];
}

function readings(text: string): CalendarDate[] {
  const time = ISO_WITH_TIME.exec(text);
  if (time) return [time[1] ?? ''];
  const first = YEAR_FIRST.exec(text);
  if (first) return [iso(first[1], first[2], first[3])];
  const numeric = NUMERIC.exec(text);
  if (numeric) return [iso(numeric[3], numeric[2], numeric[1]), iso(numeric[3], numeric[1], numeric[2])];
  const day = DAY_FIRST.exec(text);
  if (day) return [iso(day[3], month(day[2]), day[1])];
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst ? [iso(monthFirst[3], month(monthFirst[1]), monthFirst[2])] : [];
}

function month(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function iso(year: string | undefined, monthNumber: string | undefined, day: string | undefined): CalendarDate {
  return `${year ?? ''}-${(monthNumber ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}
