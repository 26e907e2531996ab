import type { CriterionCoverage } from '../../../core/coverage/coverage.js';
import type { DocumentFacts } from '../../../core/facts/types.js';
import { capital } from '../../../core/text/words.js';
import { fieldText } from '../../../core/workspace/document.js';
import { sentence, statusWords } from '../../../map/words.js';
import { dayInWords } from './dates.js';

/** How a document stands, as far as it says: “In review. Owner: Head of learning. Next review: 1 May 2027.” */
export function standingOf(facts: DocumentFacts | undefined, reviewDue: string | undefined): string {
  const status = facts && fieldText(facts, 'status');
  const owner = facts && fieldText(facts, 'owner');
  return [
    sentence(status === undefined ? 'Its status is not recorded' : capital(statusWords(status))),
    ...(owner === undefined ? [] : [sentence(`Owner: ${owner}`)]),
    reviewDue === undefined ? 'No review is recorded.' : sentence(`Next review: ${dayInWords(reviewDue)}`),
  ].join(' ');
}

/** What is said of a criterion that has no guidance in the copy. */
export function withoutGuidance({ state, because }: CriterionCoverage): string {
  const reason = because === undefined ? '' : ` ${sentence(because)}`;
  if (state === 'planned') return `Guidance is planned.${reason}`;
  if (state === 'not-applicable') return `Not applicable here.${reason}`;
  return 'Nothing is written yet.';
}
