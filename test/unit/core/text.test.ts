import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../../src/core/text/range.js';
import { SourceText } from '../../../src/core/text/source-text.js';
import { didYouMean, listOf, nearest } from '../../../src/core/text/suggest.js';
import { runs } from '../../support/property.js';

describe('applyEdits', () => {
  it('replaces, inserts and removes, in whatever order the edits come', () => {
    const edits = [
      { start: 8, end: 11, text: '' },
      { start: 0, end: 3, text: 'The' },
      { start: 4, end: 4, text: 'very ' },
    ];
    assert.deepEqual(applyEdits('the old cat', edits), { text: 'The very old ', rejected: [] });
  });

  it('hands back the second of two edits that touch the same characters', () => {
    const first = { start: 0, end: 3, text: 'x' };
    const second = { start: 2, end: 4, text: 'y' };
    assert.deepEqual(applyEdits('abcdef', [second, first]), { text: 'xdef', rejected: [second] });
  });

  it('hands back the second of two insertions at one place', () => {
    const edits = [
      { start: 1, end: 1, text: 'x' },
      { start: 1, end: 1, text: 'y' },
    ];
    assert.deepEqual(applyEdits('ab', edits), { text: 'axb', rejected: [edits[1]] });
  });

  it('takes edits that only touch', () => {
    const edits = [
      { start: 0, end: 1, text: 'x' },
      { start: 1, end: 2, text: 'y' },
    ];
    assert.deepEqual(applyEdits('abc', edits), { text: 'xyc', rejected: [] });
  });

  it('leaves every character outside the accepted edits as it is', () => {
    const edit = fc
      .tuple(fc.nat(40), fc.nat(6), fc.string({ maxLength: 4 }))
      .map(([start, length, text]) => ({ start, end: start + length, text }));
    fc.assert(
      fc.property(fc.string({ minLength: 46, maxLength: 46 }), fc.array(edit, { maxLength: 8 }), (text, edits) => {
        const { text: after, rejected } = applyEdits(text, edits);
        const accepted = edits.filter((one) => !rejected.includes(one)).sort((a, b) => a.start - b.start || a.end - b.end);
        assert.equal(after, rebuilt(text, accepted));
      }),
      runs(300),
    );
  });
});

/** What edits that do not overlap make of a text, told in another way: from the end to the start. */
function rebuilt(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((now, { start, end, text: insert }) => now.slice(0, start) + insert + now.slice(end), text);
}

describe('SourceText', () => {
  const source = new SourceText('a.md', 'one\ntwo\r\nthree\rfour\n');

  it('counts lines that end in LF, CRLF and a lone CR', () => {
    const places = [0, 3, 4, 8, 9, 14, 15, 20].map((offset) => source.positionAt(offset));
    const shown = places.map(({ line, column }) => `${line}:${column}`);
    assert.deepEqual(shown, ['1:1', '1:4', '2:1', '2:5', '3:1', '3:6', '4:1', '5:1']);
  });

  it('brings offsets outside the text to its ends', () => {
    assert.deepEqual(source.positionAt(-5), { line: 1, column: 1 });
    assert.deepEqual(source.positionAt(999), { line: 5, column: 1 });
    assert.deepEqual(new SourceText('a.md', '').positionAt(7), { line: 1, column: 1 });
  });

  it('gives lines without their ends, and nothing for a line that is not there', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((line) => source.line(line)),
      ['', 'one', 'two', 'three', 'four', '', ''],
    );
  });

  it('gives the offset of a line’s start, and the text’s length past the end', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6].map((line) => source.lineStart(line)),
      [0, 4, 9, 15, 20, 20],
    );
  });

  it('gives a place for every offset from which the offset can be found again', () => {
    const text = fc.array(fc.constantFrom('a', 'é', '🙂', ' ', '\n', '\r\n', '\r'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (written, at) => {
        const file = new SourceText('a.md', written);
        const { line, column } = file.positionAt(at);
        assert.equal(file.lineStart(line) + column - 1, Math.min(at, written.length));
      }),
      runs(300),
    );
  });
});

describe('nearest', () => {
  const keys = ['feedback-culture', 'reflective-practice', 'public-value', 'draft', 'on'];

  it('finds the candidate that was probably meant', () => {
    assert.equal(nearest('feedbak-culture', keys), 'feedback-culture');
    assert.equal(nearest('drafd', keys), 'draft');
  });

  it('counts neither letter case nor the kind of space as an edit', () => {
    assert.equal(nearest('Feedback Culture', keys), 'feedback-culture');
    assert.equal(nearest('feedback_culture', keys), 'feedback-culture');
  });

  it('offers nothing where no candidate is near', () => {
    assert.equal(nearest('quality-assurance', keys), undefined);
    assert.equal(nearest('x', []), undefined);
  });

  it('allows a short word one edit', () => {
    assert.equal(nearest('of', keys), 'on');
    assert.equal(nearest('as', keys), undefined);
  });

  it('allows a longer word a third of its letters, and never more than four', () => {
    assert.equal(nearest('xxaft-', ['draft-']), 'draft-');
    assert.equal(nearest('xxxft-', ['draft-']), undefined);
    assert.equal(nearest('xxxxxstic-practices', ['realistic-practices']), undefined);
    assert.equal(nearest('xxxxistic-practices', ['realistic-practices']), 'realistic-practices');
  });

  it('offers the first of several that are as near', () => {
    assert.equal(nearest('cat', ['bat', 'hat']), 'bat');
  });

  it('makes a sentence of what it found', () => {
    assert.equal(didYouMean('drafd', keys), ' Did you mean “draft”?');
    assert.equal(didYouMean('zzzzzz', keys), '');
  });
});

describe('listOf', () => {
  it('joins words as a sentence does', () => {
    assert.equal(listOf([]), '');
    assert.equal(listOf(['a']), 'a');
    assert.equal(listOf(['a', 'b']), 'a or b');
    assert.equal(listOf(['a', 'b', 'c'], 'and'), 'a, b and c');
  });
});
