import type { CoverageState } from '../core/coverage/coverage.js';

const STATES: Readonly<Record<CoverageState, string>> = {
  covered: 'covered',
  partial: 'partly covered',
  missing: 'missing',
  planned: 'planned',
  'not-applicable': 'not applicable',
};

/** A state of coverage as people say it. */
export function stateWords(state: CoverageState): string {
  return STATES[state];
}

/** A text in quotation marks. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** “1 citation”, “2 citations”. */
export function countOf(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** A list in a sentence, in which no more than a few are named. */
export function fewOf(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : [...names];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** A text as a sentence ends. */
export function ended(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

/** A field's value as people say it: “in review”. */
export function plain(value: string | undefined): string {
  return value === undefined ? 'no status' : value.replaceAll('-', ' ');
}
