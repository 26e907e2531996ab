import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/range.js';
import { editField, type FieldEdit } from '../../../src/core/yaml/edit-yaml.js';
import { parseYamlDocument } from '../../../src/core/yaml/parse-yaml.js';
import { type FieldPath, isMapping, type Value } from '../../../src/core/yaml/value.js';
import { runs } from '../../support/property.js';
import { writtenYaml } from '../../support/yaml-arbitrary.js';

/** A text after an edit; undefined where the edit cannot be made. */
function edited(text: string, edit: FieldEdit): string | undefined {
  const change = editField(text, edit);
  return change && applyEdits(text, [change]).text;
}

describe('editField', () => {
  const text =
    '# ours\ntitle: "A title" # as agreed\nserves:\n  - domain: people\n    basis: source\n  - domain: places\nrelated: [listening]\nowner: \'Lead\'\n';

  describe('set', () => {
    it('changes a value in the quotes that it wears, and leaves its comment', () => {
      assert.equal(edited(text, { field: ['title'], set: 'Another' }), text.replace('"A title"', '"Another"'));
      assert.equal(edited(text, { field: ['owner'], set: "The lead's" }), text.replace("'Lead'", "'The lead''s'"));
    });

    it('takes the quotes from around nothing', () => {
      assert.equal(edited('a: ""\nb: 1\n', { field: ['a'], set: 'words' }), 'a: words\nb: 1\n');
    });

    it('changes a value inside a list of mappings', () => {
      assert.equal(edited(text, { field: ['serves', 0, 'domain'], set: 'places' }), text.replace('people', 'places'));
    });

    it('puts quotes around what would be read as something else', () => {
      assert.equal(edited('a: b\n', { field: ['a'], set: '12' }), 'a: "12"\n');
      assert.equal(edited('a: b\n', { field: ['a'], set: 'c: d # e' }), 'a: "c: d # e"\n');
    });

    it('adds a field behind the last one of its mapping', () => {
      assert.equal(edited('title: A', { field: ['status'], set: 'draft' }), 'title: A\nstatus: draft');
      assert.equal(
        edited(text, { field: ['serves', 0, 'because'], set: 'It does.' }),
        text.replace('source\n', 'source\n    because: It does.\n'),
      );
      assert.equal(edited(text, { field: ['serves', 1, 'basis'], set: 'source' }), text.replace('places\n', 'places\n    basis: source\n'));
    });

    it('adds a list below its key', () => {
      assert.equal(edited('title: A\n', { field: ['tags'], set: ['a', 'b'] }), 'title: A\ntags:\n  - a\n  - b\n');
    });

    it('fills a field that has no value', () => {
      assert.equal(edited('title:\nstatus: draft\n', { field: ['title'], set: 'A' }), 'title: A\nstatus: draft\n');
      assert.equal(edited('title: # later\nstatus: draft\n', { field: ['title'], set: 'A' }), 'title: A # later\nstatus: draft\n');
    });

    it('replaces a block text by another and leaves the line after it alone', () => {
      assert.equal(edited('a: >-\n  one\n  two\nb: 1\n', { field: ['a'], set: 'three' }), 'a: >-\n  three\nb: 1\n');
      assert.equal(edited('a: >- # why\r\n    one\r\nb: 1', { field: ['a'], set: 'x: y' }), 'a: >- # why\r\n  x: y\r\nb: 1');
      assert.equal(
        edited('a:\n  - b: |\n      one\n    c: 1\n', { field: ['a', 0, 'b'], set: 'x\n\ny\n' }),
        'a:\n  - b: |\n      x\n\n      y\n    c: 1\n',
      );
      assert.equal(edited('a: >-\n  one\nb: 1\n', { field: ['a'], set: '' }), 'a: ""\nb: 1\n');
    });

    it('breaks the lines of a folded text where they were broken before', () => {
      const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
      const before = edited('a: >-\n  x\n', { field: ['a'], set: words(60) }) ?? '';
      const after = edited(before, { field: ['a'], set: `${words(60)} more` }) ?? '';
      assert.ok(
        before.split('\n').every((line) => line.length <= 120),
        before,
      );
      assert.equal(after, before.replace(/\n$/, ' more\n'));
    });

    it('writes a text of several lines as lines, and in one where a comment or brackets follow', () => {
      assert.equal(edited('a: b\nc: 1\n', { field: ['a'], set: 'x\ny' }), 'a: |-\n  x\n  y\nc: 1\n');
      assert.equal(edited('a:\n  - b\n', { field: ['a', 0], set: 'x\ny' }), 'a:\n  - |-\n    x\n    y\n');
      assert.equal(edited('a: b # why\n', { field: ['a'], set: 'x\ny' }), 'a: "x\\ny" # why\n');
      assert.equal(edited('a: [b]\n', { field: ['a', 0], set: 'x\ny' }), 'a: ["x\\ny"]\n');
    });

    it('keeps what stands between brackets apart by its commas', () => {
      assert.equal(edited('a: [b, c]\n', { field: ['a', 0], set: 'x, y' }), 'a: ["x, y", c]\n');
      assert.equal(edited('a: { b: 1 }\n', { field: ['a', 'c'], set: 'x, y' }), 'a: { b: 1, c: "x, y" }\n');
      assert.equal(edited('a: {}\n', { field: ['a', 'c'], set: 1 }), 'a: {c: 1}\n');
    });

    it('fills front matter that holds nothing but a comment', () => {
      assert.equal(edited('# to do', { field: ['title'], set: 'A' }), '# to do\ntitle: A');
    });

    it('keeps the line ends of Windows', () => {
      assert.equal(edited('a: 1\r\nb: 2\r\n', { field: ['c'], set: ['x', 'y'] }), 'a: 1\r\nb: 2\r\nc:\r\n  - x\r\n  - y\r\n');
      assert.equal(edited('a: 1\r\nb: 2', { field: ['c'], set: 3 }), 'a: 1\r\nb: 2\r\nc: 3');
    });

    it('is refused where the parent is not there or where a list or mapping stands', () => {
      assert.equal(edited(text, { field: ['gaps', 0, 'about'], set: 'x' }), undefined);
      assert.equal(edited(text, { field: ['serves'], set: 'x' }), undefined);
      assert.equal(edited(text, { field: ['title', 'x'], set: 'y' }), undefined);
    });
  });

  describe('rename', () => {
    it('changes the name of a field and nothing else', () => {
      assert.equal(edited(text, { field: ['serves', 0, 'basis'], rename: 'because' }), text.replace('basis:', 'because:'));
    });

    it('is refused where the field is not there', () => {
      assert.equal(edited(text, { field: ['serves', 1, 'basis'], rename: 'because' }), undefined);
      assert.equal(edited(text, { field: ['nothing'], rename: 'something' }), undefined);
    });
  });

  describe('append', () => {
    it('adds to a list in the form that it has', () => {
      assert.equal(edited(text, { field: ['related'], append: 'planning' }), text.replace('[listening]', '[listening, planning]'));
      assert.equal(edited('a: []\n', { field: ['a'], append: 'x' }), 'a: [x]\n');
      assert.equal(edited('a:\n  - x # why\nb: 1\n', { field: ['a'], append: 'y' }), 'a:\n  - x # why\n  - y\nb: 1\n');
      assert.equal(edited('a:\r\n- x-y', { field: ['a'], append: 'z' }), 'a:\r\n- x-y\r\n- z');
    });

    it('adds a mapping a field a line, with its short lists in brackets', () => {
      const after = edited(text, { field: ['serves'], append: { domain: 'x', attributes: ['y', 'z'], basis: 'source' } });
      assert.equal(after, text.replace('places\n', 'places\n  - domain: x\n    attributes: [y, z]\n    basis: source\n'));
    });

    it('puts the first item below its field, and leaves a comment there', () => {
      assert.equal(edited('a: []\nb: 1\n', { field: ['a'], append: { c: 1 } }), 'a:\n  - c: 1\nb: 1\n');
      assert.equal(edited('a: # why\nb: 1\n', { field: ['a'], append: 'x' }), 'a: # why\n  - x\nb: 1\n');
      assert.equal(edited('a: [] # why\r\n', { field: ['a'], append: { c: 1 } }), 'a: # why\r\n  - c: 1\r\n');
      assert.equal(edited('b: 1\na:', { field: ['a'], append: 'x' }), 'b: 1\na:\n  - x');
    });

    it('puts quotes around an item that has a comma, between brackets', () => {
      assert.equal(edited('a: [x]\n', { field: ['a'], append: 'y, z' }), 'a: [x, "y, z"]\n');
    });

    it('makes a list where there is none', () => {
      assert.equal(edited('a: 1\n', { field: ['b'], append: 'x' }), 'a: 1\nb:\n  - x\n');
    });
  });

  describe('remove', () => {
    it('takes out whole lines', () => {
      assert.equal(edited(text, { field: ['serves', 0, 'basis'], remove: true }), text.replace('    basis: source\n', ''));
      assert.equal(edited(text, { field: ['serves', 1], remove: true }), text.replace('  - domain: places\n', ''));
      assert.equal(edited(text, { field: ['serves'], remove: true }), text.replace(/serves:[\s\S]*?(?=related)/, ''));
    });

    it('leaves no empty line at the end of a text without a last line break', () => {
      assert.equal(edited('a: 1\nb: 2', { field: ['b'], remove: true }), 'a: 1');
      assert.equal(edited('a:\r\n  - x\r\n  - y', { field: ['a', 1], remove: true }), 'a:\r\n  - x');
    });

    it('lets the next field of a group move up to its dash', () => {
      assert.equal(edited(text, { field: ['serves', 0, 'domain'], remove: true }), text.replace('domain: people\n    ', ''));
      const noted = 'a:\n  - b: 1\n    # why\n    c: 2\n';
      assert.equal(edited(noted, { field: ['a', 0, 'b'], remove: true }), 'a:\n  -\n    # why\n    c: 2\n');
    });

    it('takes a comma along between brackets', () => {
      assert.equal(edited(text, { field: ['related', 0], remove: true }), text.replace('[listening]', '[]'));
      const three = 'a: [x, "y, z", w] # why\n';
      assert.equal(edited(three, { field: ['a', 0], remove: true }), 'a: ["y, z", w] # why\n');
      assert.equal(edited(three, { field: ['a', 1], remove: true }), 'a: [x, w] # why\n');
      assert.equal(edited(three, { field: ['a', 2], remove: true }), 'a: [x, "y, z"] # why\n');
      assert.equal(edited('a: { b: 1, c: 2 }\n', { field: ['a', 'c'], remove: true }), 'a: { b: 1 }\n');
    });

    it('is refused where the only field of a group shares its line with the dash', () => {
      assert.equal(edited(text, { field: ['serves', 1, 'domain'], remove: true }), undefined);
    });

    it('is refused where the field is not there', () => {
      assert.equal(edited(text, { field: ['serves', 0, 'because'], remove: true }), undefined);
      assert.equal(edited(text, { field: ['gaps'], remove: true }), undefined);
    });
  });

  describe('move', () => {
    it('gives an item another place, with the comments above it', () => {
      const list = 'a:\n  # first\n  - x: 1\n    y: 2\n  # second\n  - x: 3 # three\n  - x: 4';
      assert.equal(
        edited(list, { field: ['a', 1], moveTo: 0 }),
        'a:\n  # second\n  - x: 3 # three\n  # first\n  - x: 1\n    y: 2\n  - x: 4',
      );
      assert.equal(
        edited(list, { field: ['a', 0], moveTo: 2 }),
        'a:\n  # second\n  - x: 3 # three\n  - x: 4\n  # first\n  - x: 1\n    y: 2',
      );
    });

    it('leaves the commas between brackets where they are', () => {
      assert.equal(edited('a: [x,  y, z]\n', { field: ['a', 2], moveTo: 0 }), 'a: [z,  x, y]\n');
    });

    it('is refused where there is no such place', () => {
      assert.equal(edited(text, { field: ['serves', 0], moveTo: 2 }), undefined);
      assert.equal(edited(text, { field: ['serves', 2], moveTo: 0 }), undefined);
      assert.equal(edited(text, { field: ['title'], moveTo: 0 }), undefined);
    });
  });

  it('makes just the change that was asked for, on the lines that it concerns', () => {
    fc.assert(
      fc.property(textAndEdit(), ([written, edit]) => {
        const after = edited(written, edit);
        fc.pre(after !== undefined);
        assert.deepEqual(parsedValue(after), changed(parsedValue(written), edit, emptyList(written, edit)), after);
        if (!('moveTo' in edit)) assertLinesKept(written, after);
        assert.deepEqual(commentsIn(after), 'remove' in edit || 'moveTo' in edit ? commentsIn(after) : commentsIn(written), after);
        // To append or to take out an item again is another change.
        const again = 'append' in edit || 'moveTo' in edit || ('remove' in edit && typeof edit.field.at(-1) === 'number');
        if (!again) assert.equal(edited(after, edit) ?? after, after, 'a second time changes nothing');
      }),
      runs(800),
    );
  });

  it('makes nearly every change that is asked for', () => {
    const made = fc.sample(textAndEdit(), runs(300)).filter(([written, edit]) => edited(written, edit) !== undefined);
    assert.ok(made.length > 200, `${made.length} of 300`);
  });
});

function parsedValue(text: string): Value {
  return parseYamlDocument(text).toJS() as Value;
}

/** A text with a change to one of its fields, or to one that it does not have. */
function textAndEdit(): fc.Arbitrary<[string, FieldEdit]> {
  const value = fc.constantFrom<Value>('listening', 'two words', '12', 12, 'with: a colon', "it's # no comment", true);
  return writtenYaml().chain((written) => {
    const found = pathsOf(parsedValue(written));
    const any = fc.constantFrom(...found);
    const scalars = found.filter((path) => !(at(parsedValue(written), path) instanceof Object));
    const lists = found.filter((path) => Array.isArray(at(parsedValue(written), path)));
    const named = found.filter((path) => typeof path.at(-1) === 'string');
    const parents = [[], ...found.filter((path) => isMapping(at(parsedValue(written), path)))];
    const edits: fc.Arbitrary<FieldEdit>[] = [
      any.map((field) => ({ field, remove: true })),
      fc.constantFrom(...named).map((field) => ({ field, rename: 'renamed' })),
      fc.tuple(fc.constantFrom(...parents), value).map(([parent, set]) => ({ field: [...parent, 'added'], set })),
    ];
    const items = found.filter((path) => typeof path.at(-1) === 'number');
    if (items.length > 0) {
      const place = fc.tuple(fc.constantFrom(...items), fc.nat({ max: 3 }));
      edits.push(place.map(([field, moveTo]) => ({ field, moveTo })));
    }
    if (scalars.length > 0) edits.push(fc.tuple(fc.constantFrom(...scalars), value).map(([field, set]) => ({ field, set })));
    if (lists.length > 0) edits.push(fc.tuple(fc.constantFrom(...lists), value).map(([field, append]) => ({ field, append })));
    return fc.tuple(fc.constant(written), fc.oneof(...edits));
  });
}

function pathsOf(value: Value, above: FieldPath = []): FieldPath[] {
  const steps = Array.isArray(value) ? [...value.keys()] : isMapping(value) ? Object.keys(value) : [];
  return steps.flatMap((step) => [[...above, step], ...pathsOf(at(value, [step]), [...above, step])]);
}

function at(value: Value, path: FieldPath): Value {
  return path.reduce<Value>((below, step) => (below as Record<string | number, Value>)[step] as Value, value);
}

/** What stays of a list that loses its last item: its brackets, if it has any. */
function emptyList(text: string, { field }: FieldEdit): Value {
  const above = parseYamlDocument(text).getIn(field.slice(0, -1), true) as { flow?: boolean } | undefined;
  return above?.flow ? [] : null;
}

/** The comments of a text, in their order; `# no comment` is part of a value. */
function commentsIn(text: string): string[] {
  const comments = text.replaceAll('# no comment', '').match(/(?:^|\s)#[^\r\n]*/g) ?? [];
  return comments.map((comment) => comment.trim());
}

/** What a value is to be after an edit. */
function changed(value: Value, edit: FieldEdit, empty: Value = null): Value {
  const copy = structuredClone(value) as Value;
  // What has no value yet becomes a list.
  if ('append' in edit && at(copy, edit.field) === null) return changed(copy, { field: edit.field, set: [edit.append] });
  const parent = at(copy, edit.field.slice(0, -1)) as Record<string | number, Value> | Value[];
  const step = edit.field.at(-1) as never;
  if ('set' in edit) parent[step] = edit.set as never;
  else if ('append' in edit) (parent[step] as Value[]).push(edit.append);
  else if ('rename' in edit) return renamed(copy, edit.field, edit.rename);
  else if ('moveTo' in edit) (parent as Value[]).splice(edit.moveTo, 0, ...(parent as Value[]).splice(Number(step), 1));
  else if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else delete parent[step];
  // What has lost its last entry is a key without a value.
  return 'remove' in edit && Object.keys(parent).length === 0 ? emptied(copy, edit.field.slice(0, -1), empty) : copy;
}

function emptied(value: Value, path: FieldPath, empty: Value): Value {
  if (path.length === 0) return empty;
  (at(value, path.slice(0, -1)) as Record<string | number, Value>)[path.at(-1) as never] = empty as never;
  return value;
}

function renamed(value: Value, [step, ...rest]: FieldPath, name: string): Value {
  if (Array.isArray(value)) return value.map((item: Value, index) => (index === step ? renamed(item, rest, name) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, item]) =>
      key !== step ? [key, item] : rest.length === 0 ? [name, item] : [key, renamed(item as Value, rest, name)],
    ),
  );
}

/** All lines but those of one stretch are still there, byte for byte. */
function assertLinesKept(before: string, after: string): void {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const gone = old.slice(head, old.length - tail);
  const come = now.slice(head, now.length - tail);
  // A text in several lines gives way to another one.
  const isBlock = /: [>|]-?\r?$/.test(come[0] ?? '') || /: [>|]-?\r?$/.test(old[head - 1] ?? '');
  assert.ok(gone.length <= 1 || come.length <= 1 || isBlock, `more than one stretch changed:\n${gone.join('\n')}\n→\n${come.join('\n')}`);
}
