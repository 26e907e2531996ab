import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type ImportedFile, importEdits, isSameText } from '../../../src/extension/commands/import-edits.js';
import { runs } from '../../support/property.js';

const NOTHING = { created: [], changed: [], waiting: [], accompanying: { created: [], register: null } };

/** The edits of one file from its three texts: as it is, with what is filled, and with what is taken over. */
function editsOf(before: string, filled: string, accepted: string): ImportedFile {
  const path = 'tree-care/listen.md';
  const { changed } = importEdits({
    ...NOTHING,
    changed: before === filled ? [] : [{ path, before, after: filled }],
    waiting: filled === accepted ? [] : [{ path, criterion: null, before: filled, after: accepted, sections: ['Scope'] }],
  });
  const [file] = changed;
  return file ?? { path, before, edits: [] };
}

/** A text after edits, as an editor makes them: all at once, by lines that end in one way. */
function edited({ before, edits }: ImportedFile, isTaken: (edit: ImportedFile['edits'][number]) => boolean): string {
  const text = before.replace(/\r\n?/g, '\n');
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: { line: number; character: number }) => {
    const start = starts[line];
    assert.ok(start !== undefined, `there is no line ${line}`);
    return start + character;
  };
  let done = '';
  let at = 0;
  for (const edit of edits) {
    const [start, end] = [offset(edit.start), offset(edit.end)];
    assert.ok(start >= at && end >= start, 'edits come one after the other');
    if (!isTaken(edit)) continue;
    done += text.slice(at, start) + edit.text;
    at = end;
  }
  return done + text.slice(at);
}

const asked = ({ edits }: ImportedFile) => edits.flatMap(({ asks }) => (asks === undefined ? [] : [asks]));

const BEFORE =
  '---\ntitle: Listen\n---\n\n# Listen\n\n## Scope\n\nAll of it.\n\n## Evidence\n\nTo be written.\n\n## Practice\n\nAsk first.\n';
const FILLED = BEFORE.replace('To be written.', 'Much of it.');
const ACCEPTED = FILLED.replace('All of it.', 'Most of it.').replace('Ask first.', 'Ask first.\n\nThen listen.');

describe('an import as changes of an editor', () => {
  it('fills without asking, and asks for each section that reads otherwise', () => {
    const file = editsOf(BEFORE, FILLED, ACCEPTED);
    assert.deepEqual(asked(file), [{ section: 'Scope' }, { section: 'Practice' }]);
    assert.equal(
      edited(file, () => true),
      ACCEPTED,
    );
    assert.equal(
      edited(file, ({ asks }) => asks === undefined),
      FILLED,
    );
    assert.equal(
      edited(file, ({ asks }) => asks === undefined || (typeof asks === 'object' && asks.section === 'Scope')),
      FILLED.replace('All of it.', 'Most of it.'),
    );
  });

  it('asks once for a section, however many of its lines are others', () => {
    const accepted = BEFORE.replace('All of it.', 'One.\n\nTwo.');
    const before = BEFORE.replace('All of it.', 'Eins.\n\nSame.\n\nTwo.');
    assert.deepEqual(asked(editsOf(before, before, accepted.replace('One.', 'One.\n\nSame.').replace('Two.', 'Zwei.'))), [
      { section: 'Scope' },
    ]);
  });

  it('asks for footnotes by themselves', () => {
    const file = editsOf(BEFORE, BEFORE, `${BEFORE.replace('All of it.', 'Most of it.[^word-1]')}\n[^word-1]: Always.\n`);
    assert.deepEqual(asked(file), [{ section: 'Scope' }, 'footnotes']);
  });

  it('asks for a section that is new by its own title', () => {
    const file = editsOf(BEFORE, BEFORE, `${BEFORE}\n## Costs\n\nNone.\n`);
    assert.deepEqual(asked(file), [{ section: 'Costs' }]);
    const two = BEFORE.replace('## Evidence', '## Proof').replace('All of it.', 'Most of it.');
    assert.deepEqual(asked(editsOf(BEFORE, BEFORE, two)), [{ section: 'Scope' }, { section: 'Proof' }]);
  });

  it('asks for pictures and sources that go with what is taken over', () => {
    const register = { path: 'sources.yml', before: 'a\nb\n', after: 'a\nb\nc\n' };
    const { created, changed } = importEdits({
      ...NOTHING,
      created: [{ path: 'a.md', text: '' }],
      changed: [{ path: 'sources.yml', before: 'a\n', after: 'a\nb\n' }],
      accompanying: { created: [{ path: 'images/a.png', base64: '' }], register },
    });
    assert.deepEqual(
      created.map(({ path, isAsked }) => [path, isAsked]),
      [
        ['a.md', false],
        ['images/a.png', true],
      ],
    );
    assert.deepEqual(
      changed.map(({ before, edits }) => [before, edits.map(({ text, asks }) => [text, asks])]),
      [
        [
          'a\n',
          [
            ['b\n', undefined],
            ['c\n', 'sources'],
          ],
        ],
      ],
    );
  });

  it('leaves ends of lines to the editor', () => {
    const before = BEFORE.replaceAll('\n', '\r\n');
    const { edits } = editsOf(before, before.replace('To be written.', 'Much\nof it.'), before.replace('To be written.', 'Much\nof it.'));
    assert.deepEqual(edits, [
      { start: { line: 12, character: 0 }, end: { line: 13, character: 0 }, text: 'Much\nof it.\n', asks: undefined },
    ]);
    assert.ok(isSameText(before, BEFORE));
    assert.ok(!isSameText(before, FILLED));
  });

  it('comes to the same text, whatever is filled and taken over', () => {
    const line = fc.constantFrom('', 'a', 'b', '# One', '## Two', '[^word-1]: c');
    const text = fc.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('', '\n')).map(([lines, end]) => lines.join('\n') + end);
    fc.assert(
      fc.property(text, text, text, (before, filled, accepted) => {
        const file = editsOf(before, filled, accepted);
        assert.equal(
          edited(file, () => true),
          accepted,
        );
        // What is in the way of nothing is made whatever is answered.
        edited(file, ({ asks }) => asks === undefined);
        if (filled === accepted) assert.deepEqual(asked(file), []);
        if (before === filled) assert.ok(file.edits.every(({ asks }) => asks !== undefined));
      }),
      runs(2000),
    );
  });

  it('makes files of texts and of bytes', () => {
    const { created } = importEdits({
      ...NOTHING,
      created: [
        { path: 'a.md', text: 'é\n' },
        { path: 'media/a.png', base64: Buffer.from([0, 137, 255]).toString('base64') },
      ],
    });
    assert.deepEqual(
      created.map(({ path, contents }) => [path, [...contents]]),
      [
        ['a.md', [195, 169, 10]],
        ['media/a.png', [0, 137, 255]],
      ],
    );
  });

  it('goes nowhere outside the guidance', () => {
    for (const path of ['../a.md', '/a.md', 'a/../../b.md', '..\\a.md'])
      assert.throws(() => importEdits({ ...NOTHING, created: [{ path, text: '' }] }), /outside the guidance folder/);
  });
});
