import { strict as assert } from 'node:assert';
import { summaryOf } from '../../../src/webview/search-summary.js';
import { ask, filesOf, page } from '../site/search/support.js';

describe('what is said of an answer', () => {
  const files = filesOf([
    page('a', { text: 'Feedback on an operation.' }),
    page('b', { text: 'Feedback culture.' }),
    page('c', { text: 'Supervision.' }),
  ]);

  for (const [query, said] of [
    ['feedback', '2 pages found for “feedback”.'],
    ['culture', '1 page found for “culture”.'],
    ['consent', 'Nothing was found for “consent”.'],
    ['feeback', 'Nothing was found for “feeback”. These pages have “feedback” instead.'],
    ['cultrue feeback', 'Nothing was found for “cultrue” or “feeback”. This page has “culture” and “feedback” instead.'],
    ['Soteria operation', 'No page has “Soteria”. This page has “operation”.'],
    ['Soteria feeback', 'No page has “Soteria” or “feeback”. These pages have “feedback”.'],
    ['Soteria culture supervision', 'No page has “Soteria”. These pages have some of “culture” and “supervision”.'],
    ['cultrue supervision', 'Nothing was found for “cultrue”. These pages have some of “culture” and “supervision” instead.'],
    ['culture supervision', 'No page has all of “culture supervision”. 2 pages have some of it.'],
    ['the', 'Nearly every page has “the”. Add another word.'],
  ] as const) {
    it(`is “${said}” for ${query}`, () => assert.equal(summaryOf(ask(files, query), query), said));
  }
});
