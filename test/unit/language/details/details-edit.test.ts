import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/text/range.js';
import { parseYaml } from '../../../../src/core/yaml/parse-yaml.js';
import { isMapping, type Mapping, type Value, valueAt } from '../../../../src/core/yaml/value.js';
import { detailsEdit } from '../../../../src/language/details/details-edit.js';
import { detailsOf } from '../../../../src/language/details/details-of.js';
import type { DetailsChange } from '../../../../src/language/details/panel/change.js';
import type { Control, DetailsForm, Field, PlainValue } from '../../../../src/language/details/panel/form.js';
import { isRefusal } from '../../../../src/language/rename/refusal.js';
import { openRoot } from '../../../support/marked-root.js';
import { runs } from '../../../support/property.js';

const PAGE = 'street/hearing.md';

const HEARING = `---
# Agreed with the street.
title: "Hearing: what neighbours say" # the long name
type: criterion-guidance
status: draft # or: in-review
application: street
criterion: 1
summary: >-
  How to hear what neighbours say, in the street and
  elsewhere.
serves:
  # The people first.
  - domain: people
    attributes: [fair, open] # both
    because: All are heard.
    basis: source
  - domain: places
    basis: editorial
related: [planning, sharing]
aliases:
  - old/hearing.md # until 2025
---

# Hearing

Text --- text.
`;

/** The document after changes, one after the other. */
function edited(text: string, ...changes: DetailsChange[]): string {
  return changes.reduce((before, change) => {
    const edits = detailsEdit(openRoot({ [PAGE]: before }).document(PAGE), change);
    if (isRefusal(edits)) throw new Error(edits.refused);
    return applyEdits(before, edits).text;
  }, text);
}

function refused(text: string, change: DetailsChange): string {
  const result = detailsEdit(openRoot({ [PAGE]: text }).document(PAGE), change);
  return isRefusal(result) ? result.refused : '';
}

describe('an edit in the details', () => {
  it('changes a value in the form that it has', () => {
    assert.equal(edited(HEARING, { path: ['title'], value: 'Hearing' }), HEARING.replace(': what neighbours say', ''));
    assert.equal(edited(HEARING, { path: ['status'], value: 'in-review' }), HEARING.replace('draft', 'in-review'));
    assert.equal(edited(HEARING, { path: ['serves', 1, 'basis'], value: 'source' }), HEARING.replace('editorial', 'source'));
    assert.equal(edited(HEARING, { path: ['summary'], value: 'How to hear.' }), HEARING.replace(/How[\s\S]*elsewhere\./, 'How to hear.'));
  });

  it('is no edit where the value is so already', () => {
    const { document } = openRoot({ [PAGE]: HEARING });
    assert.deepEqual(detailsEdit(document(PAGE), { path: ['status'], value: 'draft' }), []);
    assert.deepEqual(detailsEdit(document(PAGE), { path: ['owner'], remove: true }), []);
  });

  it('adds a field at the end, with the groups above it', () => {
    assert.equal(edited(HEARING, { path: ['owner'], value: 'The lead' }), HEARING.replace('2025\n', '2025\nowner: The lead\n'));
    assert.equal(edited(HEARING, { path: ['x', 'y'], value: 'z' }), HEARING.replace('2025\n', '2025\nx:\n  y: z\n'));
    const reason = '    basis: editorial\n    because: They are.\n';
    assert.equal(
      edited(HEARING, { path: ['serves', 1, 'because'], value: 'They are.' }),
      HEARING.replace('    basis: editorial\n', reason),
    );
  });

  it('takes out a field with its line, and empties one that has to be there', () => {
    assert.equal(edited(HEARING, { path: ['summary'], remove: true }), HEARING.replace(/summary[\s\S]*?(?=serves)/, ''));
    assert.equal(edited(HEARING, { path: ['status'], remove: true }), HEARING.replace('draft', '""'));
  });

  it('adds, moves and takes out items of lists', () => {
    assert.equal(edited(HEARING, { path: ['related'], insert: 'listening' }), HEARING.replace('sharing]', 'sharing, listening]'));
    assert.equal(
      edited(HEARING, { path: ['practices'], insert: 'debriefing' }),
      HEARING.replace('2025\n', '2025\npractices:\n  - debriefing\n'),
    );
    assert.equal(edited(HEARING, { path: ['related', 0], remove: true }), HEARING.replace('planning, ', ''));
    assert.equal(edited(HEARING, { path: ['related', 1], moveTo: 0 }), HEARING.replace('planning, sharing', 'sharing, planning'));
  });

  it('takes out a list with its last item', () => {
    const change: DetailsChange = { path: ['aliases', 0], remove: true };
    assert.equal(edited(HEARING, change), HEARING.replace(/aliases:\n.*\n/, ''));
    const both: DetailsChange = { path: ['related', 0], remove: true };
    assert.equal(edited(HEARING, both, both), HEARING.replace(/related.*\n/, ''));
  });

  it('adds a group with what it has to have', () => {
    const group = 'gaps:\n  - about: ""\n    because: ""\n';
    const gap: DetailsChange = { path: ['gaps'], insert: null };
    assert.equal(edited(HEARING, gap), HEARING.replace('2025\n', `2025\n${group}`));
    assert.equal(edited(HEARING, gap, { path: ['gaps', 0], remove: true }), HEARING);
  });

  describe('of a cell of the grid', () => {
    const cell = (row: PlainValue, column: PlainValue, filled: boolean): DetailsChange => ({ path: ['serves'], row, column, filled });

    it('gives it a group of its own, that claims the least', () => {
      const group = '    basis: editorial\n  - domain: places\n    attributes: [open]\n    basis: editorial\n';
      assert.equal(edited(HEARING, cell('places', 'open', true)), HEARING.replace('    basis: editorial\n', group));
    });

    it('makes the list where there is none', () => {
      const bare = HEARING.replace(/serves[\s\S]*?(?=related)/, '');
      const after = edited(bare, cell('people', null, true));
      assert.equal(after, bare.replace('2025\n', '2025\nserves:\n  - domain: people\n    basis: editorial\n'));
      assert.equal(edited(after, cell('people', null, false)), bare);
    });

    it('empties it: a group keeps its other columns, and goes with its last one', () => {
      const one = edited(HEARING, cell('people', 'fair', false));
      assert.equal(one, HEARING.replace('[fair, open]', '[open]'));
      assert.equal(edited(one, cell('people', 'open', false)), HEARING.replace(/ {2}- domain: people[\s\S]*?basis: source\n/, ''));
      assert.equal(edited(HEARING, cell('places', null, false)), HEARING.replace(/ {2}- domain: places\n.*\n/, ''));
    });

    it('finds what is written by its number', () => {
      const numbered = HEARING.replace('[fair, open]', '[1, 2]');
      assert.equal(edited(numbered, cell('people', 'fair', false)), HEARING.replace('[fair, open]', '[2]'));
    });
  });

  it('keeps the line ends of Windows', () => {
    const windows = HEARING.replaceAll('\n', '\r\n');
    for (const change of [
      { path: ['gaps'], insert: null },
      { path: ['summary'], value: 'Other words.' },
      { path: ['serves', 0], moveTo: 1 },
    ] satisfies DetailsChange[]) {
      assert.equal(edited(windows, change), edited(HEARING, change).replaceAll('\n', '\r\n'));
    }
  });

  it('adds front matter where there is none', () => {
    const page = edited('# A page\n', { type: 'page' });
    assert.match(page, /^---\ntitle: A page\ntype: page\nstatus: draft [\s\S]*\n---\n\n# A page\n$/);
    assert.match(edited('---\n# to do\n---\n\n# A page\n', { type: 'page' }), /^---\ntitle: A page\n[\s\S]*# to do\n---\n\n# A page\n$/);
    assert.match(edited('---\n---\n', { type: 'page' }), /^---\ntitle: Hearing\n[\s\S]*\n---\n$/);
    assert.match(refused(HEARING, { type: 'page' }), /already/);
  });

  it('is refused where what it is about is gone, or the front matter cannot be read', () => {
    assert.match(refused(HEARING, { path: ['gaps', 0, 'about'], value: 'x' }), /no longer/);
    assert.match(refused(HEARING, { path: ['serves', 7], remove: true }), /no longer/);
    assert.match(refused('---\ntitle: [\n---\n', { path: ['title'], value: 'x' }), /cannot be read/);
  });

  it('gives the value that was set, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyEdit(), { minLength: 1, maxLength: 3 }), (windows, edits) => {
        let text = windows ? HEARING.replaceAll('\n', '\r\n') : HEARING;
        for (const edit of edits) text = checkedEdit(text, edit);
      }),
      runs(150),
    );
  });
});

interface AnyEdit {
  /** Which of the fields, and of what is done with it. */
  readonly field: number;
  readonly way: number;
  readonly text: string;
}

function anyEdit(): fc.Arbitrary<AnyEdit> {
  const words = fc.constantFrom(
    'Other words',
    "it's: a # test",
    'a, b [c]',
    '12',
    'yes',
    '- no',
    '"quoted"',
    'two\nlines',
    '🙂 naïve',
    '  spaced ',
  );
  return fc.record({ field: fc.nat(), way: fc.nat(), text: fc.oneof(words, fc.string({ minLength: 1, unit: 'grapheme' })) });
}

/** Makes an edit through the form, and looks at what has become of the document. */
function checkedEdit(text: string, { field: at, way, text: words }: AnyEdit): string {
  const root = openRoot({ [PAGE]: text });
  const form = detailsOf(root.document(PAGE), root.diagnostics) as DetailsForm;
  const fields = allFields(form.fields);
  const field = fields[at % fields.length];
  const change = field && changeOf(field, form, way, words);
  if (!field || !change || 'type' in change) return text;
  const after = edited(text, change);
  const [before, now] = [yamlOf(text), yamlOf(after)];
  const top = String(field.path[0]);
  if ('value' in change) assert.equal(valueAt(now, change.path), change.value, after);
  if ('insert' in change && change.insert !== null) assert.equal((valueAt(now, field.path) as Value[]).at(-1), change.insert);
  assert.deepEqual({ ...now, [top]: 0 }, { ...before, [top]: 0 }, after);
  const names = (value: Mapping) => Object.keys(value).filter((name) => name !== top);
  assert.deepEqual(names(now), names(before));
  if ('value' in change) assert.deepEqual(comments(after, words), comments(text, words));
  assert.equal(after.slice(after.indexOf('# Hearing')), text.slice(text.indexOf('# Hearing')));
  if ('value' in change) assert.equal(edited(after, change), after, 'a second time changes nothing');
  return after;
}

function allFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    const { control } = field;
    if (control.kind === 'group') return [field, ...allFields(control.fields)];
    if (control.kind === 'groups' || control.kind === 'grid') return [field, ...control.groups.flatMap((group) => allFields(group.fields))];
    return [field];
  });
}

function changeOf({ path, control }: Field, form: DetailsForm, way: number, words: string): DetailsChange | undefined {
  const choose = (list: string) => {
    const options = form.lists[list] ?? [];
    return options[way % Math.max(1, options.length)]?.value;
  };
  if (control.kind === 'text') return { path, value: words };
  if (control.kind === 'date') return { path, value: '2026-09-01' };
  if (control.kind === 'texts')
    return control.values.length > way % 3 ? { path: [...path, way % 3], value: words } : { path, insert: words };
  if (control.kind === 'groups') return { path, insert: null };
  if (control.kind !== 'grid' && control.kind !== 'choice' && control.kind !== 'choices') return undefined;
  return listChange(path, control, choose, way);
}

function listChange(
  path: Field['path'],
  control: Extract<Control, { kind: 'grid' | 'choice' | 'choices' }>,
  choose: (list: string) => PlainValue | undefined,
  way: number,
): DetailsChange | undefined {
  if (control.kind === 'grid') {
    const row = choose(control.rows.list) ?? null;
    return { path, row, column: choose(control.columns.list) ?? null, filled: way % 2 === 0 };
  }
  const value = choose(control.list);
  // Another type has other fields.
  if (value === undefined || path[0] === 'type') return undefined;
  return control.kind === 'choice' ? { path, value } : { path, insert: value };
}

function yamlOf(text: string): Mapping {
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---\r?$/m.exec(text)?.[1] ?? '';
  const { value } = parseYaml(yaml);
  assert.ok(isMapping(value), text);
  return value;
}

/** The comments, without what looks like one in the words that were set. */
function comments(text: string, words: string): string[] {
  return text.replaceAll(words, '').match(/(?:Agreed with|the long name|or: in-review|The people first|both$|until 2025)/gm) ?? [];
}
