import { strict as assert } from 'node:assert';
import { guidanceOn } from '../../support/neighbours.js';
import { told } from '../../support/told.js';

const NAME = 'The guidance on criterion 1 (Listening to neighbours)';

/** Guidance with some fields about its review. */
function reviewed(...fields: readonly string[]) {
  return { 'street/listening.md': guidanceOn('listening', 'Listening', { fields }) };
}

describe('what a change does to reviews', () => {
  const changes = (before: Record<string, string>, after: Record<string, string>) =>
    told(before, after, ['review-extended', 'review-recorded']);

  it('says that a document that was never reviewed is given more time', () => {
    assert.deepEqual(changes(reviewed('review_in: 1 year'), reviewed('review_in: 18 months')), [
      `review-extended: ${NAME} was to be reviewed within 1 year and is to be reviewed within 18 months now, with no change to its text. No review of it has been recorded yet. (street/listening.md)`,
    ]);
  });

  it('says so where its text is another too: nobody has reviewed that either', () => {
    const after = { 'street/listening.md': `${reviewed('review_in: 2 years')['street/listening.md']}More.\n` };
    assert.deepEqual(changes(reviewed('review_in: 1 year'), after), [
      `review-extended: ${NAME} was to be reviewed within 1 year and is to be reviewed within 2 years now. No review of it has been recorded yet. (street/listening.md)`,
    ]);
  });

  it('says that the time was taken out', () => {
    assert.deepEqual(changes(reviewed('review_in: 1 year'), reviewed()), [
      `review-extended: ${NAME} was to be reviewed within 1 year, and no time is set now, with no change to its text. No review of it has been recorded yet. (street/listening.md)`,
    ]);
  });

  it('says nothing of a time that is shorter, the same in other words, new, or none', () => {
    for (const [was, is] of [
      ['review_in: 1 year', 'review_in: 6 months'],
      ['review_in: 1 year', 'review_in: 12 months'],
      ['lang: en-GB', 'review_in: 1 year'],
      ['review_in: 1 year', 'review_in: soon'],
    ] as const) {
      assert.deepEqual(changes(reviewed(was), reviewed(is)), [], is);
    }
  });

  it('tells of the days where a review is recorded', () => {
    assert.deepEqual(
      changes(
        reviewed('last_reviewed_on: 2026-01-10', 'review_in: 1 year'),
        reviewed('last_reviewed_on: 2026-01-10', 'review_in: 2 years'),
      ),
      [
        `review-extended: The next review of ${NAME.replace('The', 'the')} was due on 2027-01-10 and is due on 2028-01-10 now, with no change to its text. (street/listening.md)`,
      ],
    );
  });
});
