import type { CoverageState } from './coverage.js';

/** What each state of coverage is called within a sentence. */
export const STATE_WORDS: Readonly<Record<CoverageState, string>> = {
  covered: 'covered',
  partial: 'partly covered',
  missing: 'missing',
  planned: 'planned',
  'not-applicable': 'not applicable',
};
