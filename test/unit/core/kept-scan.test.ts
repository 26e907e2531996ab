import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { KeptScan } from '../../../src/core/text/kept-scan.js';
import { type Phrase, PhraseIndex } from '../../../src/rules/support/phrase-index.js';
import { sentencesOf } from '../../../src/rules/support/sentences.js';
import { runs } from '../../support/property.js';

const PARTING = '\0';

/** Short words, what stands between words, and what makes a difference to them: parts often begin and end with it. */
const piece = fc.constantFrom(
  'ab',
  'a',
  'b',
  'AB',
  'e.g',
  'é',
  ' ',
  ' ',
  '.',
  '. ',
  '&',
  '@',
  '_',
  '\n',
  '\n> ',
  "'",
  '’',
  '-',
  '\\',
  '!',
  '…',
);
const part = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const parts = fc.array(part, { maxLength: 6 });

/** Texts that follow one another: most are the last one with something put in, taken out or written anew. */
const edit = fc.record({ at: fc.nat(), gone: fc.nat({ max: 3 }), written: fc.array(part, { maxLength: 2 }) });
function spliced(text: readonly string[], { at, gone, written }: { at: number; gone: number; written: readonly string[] }): string[] {
  const from = at % (text.length + 1);
  return [...text.slice(0, from), ...written, ...text.slice(from + gone)];
}

const history = fc
  .tuple(parts, fc.array(fc.oneof({ weight: 5, arbitrary: edit }, { weight: 1, arbitrary: parts }), { maxLength: 6 }))
  .map(([first, changes]) => {
    const texts = [first];
    for (const change of changes) {
      const last = texts.at(-1) ?? [];
      texts.push(Array.isArray(change) ? change : spliced(last, change));
    }
    return texts.map((text) => text.map((one) => one + PARTING).join(''));
  });

const PHRASES: Phrase<string>[] = [
  { text: 'ab', plural: true, means: 'word' },
  { text: 'AB', exact: true, means: 'acronym' },
  { text: 'a b', means: 'words' },
  { text: '.a', means: 'with a stop before it' },
  { text: "b'a", means: 'with an apostrophe' },
];

describe('a scan that keeps what it found', () => {
  it('finds the phrases that are in each text, whatever text came before', () => {
    fc.assert(
      fc.property(history, (texts) => {
        const kept = new PhraseIndex(PHRASES);
        const scan = new KeptScan(PARTING, (text, from, to) => kept.find(text, from, to));
        for (const text of texts) assert.deepEqual(scan.in(text), new PhraseIndex(PHRASES).find(text));
      }),
      runs(2000),
    );
  });

  it('finds the sentences of each text', () => {
    const sentencesIn = (text: string, from: number, to: number) => {
      const found = [];
      for (let start = from; start < to; ) {
        const end = text.indexOf(PARTING, start);
        found.push(...sentencesOf(text, start, end));
        start = end + 1;
      }
      return found;
    };
    fc.assert(
      fc.property(history, (texts) => {
        const scan = new KeptScan(PARTING, sentencesIn);
        for (const text of texts) assert.deepEqual(scan.in(text), sentencesIn(text, 0, text.length));
      }),
      runs(2000),
    );
  });

  it('looks through nothing but the part that is another', () => {
    const looked: string[] = [];
    const scan = new KeptScan(PARTING, (text, from, to) => {
      looked.push(text.slice(from, to));
      return [{ start: from, end: to }];
    });
    const long = 'the same words over and over '.repeat(500);
    scan.in(`${long}\0one\0${long}\0`);
    assert.deepEqual(scan.in(`${long}\0other\0${long}\0`).at(-1), { start: long.length + 1, end: long.length + 7 });
    assert.deepEqual(looked.slice(1), ['other\0']);
  });
});
