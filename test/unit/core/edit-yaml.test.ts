import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/range.js';
import { editField, type FieldEdit } from '../../../src/core/yaml/edit-yaml.js';
import { parseYaml, parseYamlDocument } from '../../../src/core/yaml/parse-yaml.js';
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

    it('replaces a block text and leaves the line after it alone', () => {
      assert.equal(edited('a: >-\n  one\n  two\nb: 1\n', { field: ['a'], set: 'three' }), 'a: three\nb: 1\n');
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

    it('adds a mapping', () => {
      const after = edited(text, { field: ['serves'], append: { domain: 'x', basis: 'source' } });
      assert.deepEqual((parseYaml(after ?? '').value as { serves: unknown[] }).serves[2], { domain: 'x', basis: 'source' });
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

    it('is refused where another field shares the line', () => {
      assert.equal(edited(text, { field: ['serves', 0, 'domain'], remove: true }), undefined);
      assert.equal(edited(text, { field: ['related', 0], remove: true }), undefined);
    });

    it('is refused where the field is not there', () => {
      assert.equal(edited(text, { field: ['serves', 0, 'because'], remove: true }), undefined);
      assert.equal(edited(text, { field: ['gaps'], remove: true }), undefined);
    });
  });

  it('makes just the change that was asked for, on the lines that it concerns', () => {
    fc.assert(
      fc.property(textAndEdit(), ([written, edit]) => {
        const after = edited(written, edit);
        fc.pre(after !== undefined);
        assert.deepEqual(parsedValue(after), changed(parsedValue(written), edit), after);
        assertLinesKept(written, after);
        // To append or to take out an item again is another change.
        const again = 'append' in edit || ('remove' in edit && typeof edit.field.at(-1) === 'number');
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

/** What a value is to be after an edit. */
function changed(value: Value, edit: FieldEdit): Value {
  const copy = structuredClone(value) as Value;
  const parent = at(copy, edit.field.slice(0, -1)) as Record<string | number, Value> | Value[];
  const step = edit.field.at(-1) as never;
  if ('set' in edit) parent[step] = edit.set as never;
  else if ('append' in edit) (parent[step] as Value[]).push(edit.append);
  else if ('rename' in edit) return renamed(copy, edit.field, edit.rename);
  else if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else delete parent[step];
  // What has lost its last entry is a key without a value.
  return 'remove' in edit && Object.keys(parent).length === 0 ? emptied(copy, edit.field.slice(0, -1)) : copy;
}

function emptied(value: Value, path: FieldPath): Value {
  if (path.length === 0) return null;
  (at(value, path.slice(0, -1)) as Record<string | number, Value>)[path.at(-1) as never] = null as never;
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
  assert.ok(gone.length <= 1 || come.length <= 1, `more than one stretch changed:\n${gone.join('\n')}\n→\n${come.join('\n')}`);
}
