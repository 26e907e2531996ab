import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decodePostings, encodePostings } from '../../../../src/site/search/postings.js';
import { scanWords, Vocabulary } from '../../../../src/site/search/scan.js';
import { slipsBetween } from '../../../../src/site/search/spelling.js';
import { fold, placesOf, stem, wordsOf } from '../../../../src/site/search/words.js';

describe('words', () => {
  it('are runs of letters and digits, folded, with joined forms', () => {
    assert.deepEqual(wordsOf('The Café’s e-learning: 10a, L&D (2019–20).'), [
      'the',
      'cafe',
      's',
      'e',
      'learning',
      'elearning',
      '10a',
      'l',
      'd',
      'ld',
      '2019',
      '20',
    ]);
  });

  it('are found the same by the fast scan, in the same order', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('a', 'B', '-', '&', ' ', 'é', '’', 'Σ', '1', '\ud83d', 'ﬁ', '‑'), { maxLength: 90 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const vocabulary = new Vocabulary();
        const found: string[] = [];
        scanWords(text, vocabulary, (word) => found.push(vocabulary.words[word] ?? ''));
        assert.deepEqual(
          found,
          wordsOf(text).map((word) => word),
        );
        assert.equal(new Set(vocabulary.words).size, vocabulary.words.length);
      }),
      { numRuns: 500 },
    );
  });

  it('stand where they are said to stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end, words } of placesOf(text)) {
          assert.ok(words.length > 0 || fold(text.slice(start, end)) === '', text);
          assert.ok(start < end && end <= text.length);
        }
      }),
    );
    assert.deepEqual(placesOf('A Well-Being day'), [
      { start: 0, end: 1, words: ['a'] },
      { start: 2, end: 6, words: ['well', 'wellbeing'] },
      { start: 7, end: 12, words: ['being', 'wellbeing'] },
      { start: 13, end: 16, words: ['day'] },
    ]);
  });

  it('have one stem in their common forms', () => {
    for (const forms of [
      'plan plans planning',
      'policy policies',
      'train trains training',
      'review reviews reviewing',
      'process processes',
      'analyse analyses analysing',
    ])
      assert.equal(new Set(forms.split(' ').map(stem)).size, 1, forms);
    for (const [one, other] of [
      ['bus', 'bu'],
      ['thing', 'th'],
      ['string', 'str'],
      ['crisis', 'crisi'],
      ['need', 'ne'],
      ['status', 'statu'],
      ['operation', 'operational'],
    ] as const)
      assert.notEqual(stem(one), stem(other), one);
  });
});

describe('slips', () => {
  it('are letters left out, added, exchanged or swapped', () => {
    for (const [typed, word, slips] of [
      ['feeback', 'feedback', 1],
      ['feedbcak', 'feedback', 1],
      ['feedbackk', 'feedback', 1],
      ['fedeback', 'feedback', 1],
      ['feedback', 'feedback', 0],
      ['fdbk', 'feedback', 3],
      ['feadback', 'feedback', 1],
      ['feedbavk', 'feedback', 1],
      ['feedbazk', 'feedback', 2],
    ] as const)
      assert.equal(slipsBetween(typed, word, 2, false), slips, typed);
  });

  it('do not count what is still to be typed', () => {
    assert.equal(slipsBetween('feeb', 'feedback', 1, true), 1);
    assert.equal(slipsBetween('safegau', 'safeguarding', 1, true), 1);
    assert.equal(slipsBetween('consent', 'consensus', 1, true), 2, 'but an exchange for what comes next');
  });

  it('count the same both ways, and never more than both words have letters', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 's'), maxLength: 8 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const slips = slipsBetween(one, other, 9, false);
        assert.equal(slips, slipsBetween(other, one, 9, false));
        assert.ok(slips <= one.length + other.length && (slips === 0) === (one === other));
      }),
    );
  });
});

describe('postings', () => {
  it('are read as they were written', () => {
    const pages = fc.uniqueArray(fc.nat(100_000), { maxLength: 200 }).map((numbers) => numbers.sort((a, b) => a - b));
    fc.assert(
      fc.property(pages, fc.infiniteStream(fc.nat(15)), (numbers, stream) => {
        const grades = Uint8Array.from(numbers, () => stream.next().value);
        const read: [number, number][] = [];
        decodePostings(encodePostings(Int32Array.from(numbers), grades, 0, numbers.length), (page, grade) => read.push([page, grade]));
        assert.deepEqual(
          read,
          numbers.map((number, at) => [number, grades[at]]),
        );
      }),
    );
  });
});
