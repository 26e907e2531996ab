import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { FieldCursor } from '../../../../src/language/fields/field-cursor.js';
import { fieldCursorAt } from '../../../../src/language/fields/field-cursor-at.js';
import { runs } from '../../../support/property.js';

/** What a place in YAML is for, with what is written there, the cursor marked `|`. */
function at(marked: string): (Omit<FieldCursor, 'range'> & { readonly written: string }) | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = fieldCursorAt(text, { start: 0, end: text.length }, offset);
  if (!found) return undefined;
  const { range, ...rest } = found;
  return { ...rest, written: text.slice(range.start, range.end) };
}

describe('what a place in YAML is for', () => {
  it('is the name of a field at the beginning of a line', () => {
    const found = at('title: Listening\nst|\nowner: Somebody');
    assert.deepEqual(found, { at: 'key', path: [], siblings: ['title', 'owner'], flow: false, named: false, column: 0, written: 'st' });
  });

  it('is the name of a field where it has its colon already', () => {
    const found = at('title: Listening\nsta|tus: draft');
    assert.deepEqual([found?.at, found?.named, found?.written, found?.siblings], ['key', true, 'status', ['title']]);
  });

  it('is a value behind the colon, up to a comment', () => {
    const found = at('status: in |review # soon');
    assert.deepEqual([found?.at, found?.path, found?.written], ['value', ['status'], 'in review']);
    assert.deepEqual(at('status: |')?.path, ['status']);
  });

  it('is nothing in a comment or a text of several lines', () => {
    assert.equal(at('status: draft # or|'), undefined);
    assert.equal(at('summary: >-\n  One\n  tw|o\nstatus: draft'), undefined);
    assert.equal(at('summary: >-\n  One\n  |\nstatus: draft'), undefined);
    assert.equal(at('summary: >-\n  One\n|\nstatus: draft')?.at, 'key');
  });

  it('is the field of a mapping in a list', () => {
    const found = at('serves:\n  - domain: publics\n    ba|\n    basis: source\n  - domain: x');
    assert.deepEqual([found?.at, found?.path, found?.siblings, found?.column], ['key', ['serves', 0], ['domain', 'basis'], 4]);
    assert.deepEqual(at('serves:\n  - domain: a\n  - domain: b|')?.path, ['serves', 1, 'domain']);
  });

  it('is open behind a dash and below a field', () => {
    const found = at('related:\n  - one\n  - |\n  - three');
    assert.deepEqual([found?.at, found?.path, found?.siblings], ['open', ['related', 1], ['one', 'three']]);
    assert.deepEqual([at('site:\n  |')?.at, at('site:\n  |')?.path], ['open', ['site']]);
    assert.deepEqual([at('related:\n- a\n- b|')?.at, at('related:\n- a\n- b|')?.path], ['open', ['related', 1]]);
  });

  it('is another item in the column of a list’s dashes', () => {
    const found = at('related:\n  - one\n  |\n  - three');
    assert.deepEqual([found?.at, found?.siblings], ['item', ['one', 'three']]);
    assert.equal(at('related:\n- one\n|\n')?.at, 'key');
  });

  it('is found within brackets', () => {
    assert.deepEqual(at('related: [one, t|wo, three]'), {
      at: 'value',
      path: ['related', 1],
      siblings: ['one', 'three'],
      flow: true,
      named: false,
      column: 0,
      written: 'two',
    });
    assert.deepEqual([at('related: [|')?.at, at('related: [|')?.path], ['value', ['related', 0]]);
    assert.deepEqual([at('related: [one, |]')?.path, at('related: [one, |]')?.written], [['related', 1], '']);
    const field = at('criteria:\n  - { criterion: x, | }');
    assert.deepEqual([field?.at, field?.path, field?.siblings], ['key', ['criteria', 0], ['criterion']]);
    const value = at('criteria:\n  - { criterion: x, state: pl| }');
    assert.deepEqual([value?.at, value?.path, value?.written], ['value', ['criteria', 0, 'state'], 'pl']);
    assert.equal(at('criteria:\n  - { crit|erion: x }')?.named, true);
  });

  it('is found in brackets over several lines', () => {
    assert.deepEqual(at('related: [one,\n  tw|]\nstatus: draft')?.path, ['related', 1]);
    assert.deepEqual(at('related: [one,\n  two]\nsta|')?.path, []);
  });

  it('is told of any text without failing, and lies in it', () => {
    const piece = fc.constantFrom('a', ':', ' ', '  ', '- ', '[', ']', '{', '}', ',', '"', "'", '#', '\n', '\r\n', '>-', '|', 'key: ', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), (pieces, place) => {
        const text = pieces.join('');
        const offset = place % (text.length + 1);
        const found = fieldCursorAt(text, { start: 0, end: text.length }, offset);
        if (found)
          assert.ok(found.range.start <= offset && offset <= found.range.end && found.range.end <= text.length, JSON.stringify(found));
      }),
      runs(2000),
    );
  });
});
