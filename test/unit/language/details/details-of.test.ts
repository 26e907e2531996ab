import { strict as assert } from 'node:assert';
import { compileOwnType } from '../../../../src/core/schema/compile.js';
import { detailsOf } from '../../../../src/language/details/details-of.js';
import type { Control, Details, DetailsForm, Field } from '../../../../src/language/details/panel/form.js';
import { openRoot } from '../../../support/marked-root.js';

const HEARING = `---
title: Hearing what neighbours say
type: criterion-guidance
status: in-review
application: street
criterion: 1
summary: >-
  How to hear what neighbours say.
last_reviewed_on: soon
serves:
  - domain: people
    attributes: [fair]
    because: All are heard.
    basis: source
  - domain: places
    basis: editorial
  - domain: nowhere
    basis: editorial
related: [planning, nothing]
aliases: [old/hearing.md]
gaps:
  - about: A local example
colour: { of: [the, door] }
---

# Hearing what neighbours say

## What this means
`;

const APPLICATION = '---\ntitle: The street\ntype: application\nstatus: draft\napplication: street\n---\n\n# The street\n';

const FILES = { 'street/index.md': APPLICATION, 'street/hearing.md': HEARING };

function details(path: string, files: Record<string, string> = FILES): Details {
  const root = openRoot(files);
  return detailsOf(
    root.document(path),
    root.diagnostics.filter((one) => one.path === path),
  );
}

function form(path: string, files?: Record<string, string>): DetailsForm {
  const found = details(path, files);
  assert.equal(found.state, 'form');
  return found as DetailsForm;
}

function field(name: string, { fields }: { readonly fields: readonly Field[] }): Field {
  const found = fields.find(({ path }) => path.at(-1) === name);
  assert.ok(found, `no field ${name}`);
  return found;
}

function control<Kind extends Control['kind']>(kind: Kind, { control: found }: Field): Extract<Control, { kind: Kind }> {
  assert.equal(found.kind, kind);
  return found as Extract<Control, { kind: Kind }>;
}

describe('the details of a document', () => {
  const hearing = form('street/hearing.md');

  it('are plain data', () => assert.deepEqual(JSON.parse(JSON.stringify(hearing)), hearing));

  it('are named and explained by its type', () => {
    assert.equal(hearing.title, 'Guidance on a criterion');
    assert.equal(hearing.help, 'What one criterion means in one application.');
    const title = field('title', hearing);
    assert.equal(title.label, 'Title');
    assert.match(title.help ?? '', /first heading/);
    assert.ok(title.required && title.present);
    assert.deepEqual(control('text', title), { kind: 'text', value: 'Hearing what neighbours say', long: false, suggestions: [] });
    const owner = field('owner', hearing);
    assert.ok(!owner.required && !owner.present);
  });

  it('give sentences room', () => {
    assert.deepEqual(control('text', field('summary', hearing)), {
      kind: 'text',
      value: 'How to hear what neighbours say.',
      long: true,
      suggestions: [],
    });
  });

  it('offer choices by their titles', () => {
    const status = control('choice', field('status', hearing));
    assert.equal(status.value, 'in-review');
    assert.deepEqual(hearing.lists[status.list]?.map(({ value, label }) => [value, label])[0], ['draft', 'Draft']);
    const [first] = control('grid', field('serves', hearing)).groups;
    const basis = control('choice', field('basis', first ?? { fields: [] }));
    assert.equal(hearing.lists[basis.list]?.[0]?.label, 'A cited source says so');
    const type = control('choice', field('type', hearing));
    assert.ok(hearing.lists[type.list]?.some(({ value, label }) => value === 'role' && label === 'Role profile'));
  });

  it('show elements and documents by number and title, and find an element by its number', () => {
    const criterion = control('choice', field('criterion', hearing));
    assert.equal(criterion.value, 'listening');
    assert.deepEqual(hearing.lists[criterion.list]?.[1]?.label, '2: Planning together');
    const application = control('choice', field('application', hearing));
    assert.deepEqual(
      hearing.lists[application.list]?.map(({ value, label }) => [value, label]),
      [['street', 'The street']],
    );
    assert.deepEqual(control('choices', field('related', hearing)).values, ['planning', 'nothing']);
  });

  it('show sources by author, year and title', () => {
    const index = form('street/index.md');
    const provenance = control('choices', field('provenance', index));
    assert.deepEqual(
      index.lists[provenance.list]?.map(({ label }) => label),
      ['Smith, 2020: How neighbours listen', 'Jones, 2012: Places and their people'],
    );
  });

  it('show a day that is none as it is written', () => {
    const date = control('date', field('last_reviewed_on', hearing));
    assert.deepEqual([date.value, date.valid], ['soon', false]);
  });

  it('make a grid of the claims, with what has no place in it below', () => {
    const grid = control('grid', field('serves', hearing));
    assert.deepEqual(
      hearing.lists[grid.rows.list]?.map(({ label }) => label),
      ['People', 'Places'],
    );
    assert.deepEqual(
      hearing.lists[grid.columns.list]?.map(({ label }) => label),
      ['1: Fair to everyone', '2: Open about what happens'],
    );
    assert.deepEqual(
      grid.groups.map(({ row, columns, summary }) => [row, columns, summary]),
      [
        ['people', ['fair'], 'People · 1: Fair to everyone'],
        ['places', [], 'Places'],
        [undefined, [], ''],
      ],
    );
    assert.deepEqual(
      grid.groups.map(({ fields }) => fields.map(({ label }) => label)),
      [
        ['Reason', 'Basis'],
        ['Reason', 'Basis'],
        ['Core domain', 'Attributes', 'Reason', 'Basis'],
      ],
    );
  });

  it('say what the linter says beside the field that it is about', () => {
    assert.match(field('last_reviewed_on', hearing).problems[0]?.message ?? '', /soon/);
    assert.equal(field('last_reviewed_on', hearing).problems[0]?.severity, 'error');
    const { groups } = control('grid', field('serves', hearing));
    const [, places, nowhere] = groups;
    assert.ok(places && nowhere);
    assert.match(places.problems[0]?.message ?? '', /no reason/);
    assert.match(field('domain', nowhere).problems[0]?.message ?? '', /nowhere/);
    const gaps = control('groups', field('gaps', hearing)).groups;
    assert.match(field('because', gaps[0] ?? { fields: [] }).problems[0]?.message ?? '', /“Reason”/);
    assert.match(
      field('related', hearing)
        .problems.map(({ message }) => message)
        .join(' '),
      /nothing/,
    );
  });

  it('show what has no control as YAML', () => {
    const colour = field('colour', hearing);
    assert.deepEqual(control('text-only', colour), { kind: 'text-only', text: 'of:\n  - the\n  - door', removable: true });
    assert.match(colour.problems[0]?.message ?? '', /colour/);
  });

  it('name a group of a list by what it says first', () => {
    const gaps = control('groups', field('gaps', hearing));
    assert.deepEqual(
      gaps.groups.map(({ summary, path }) => [summary, path]),
      [['A local example', ['gaps', 0]]],
    );
  });

  it('are made for types of somebody’s own, and for those that hold themselves', async () => {
    const schema = {
      type: 'object',
      title: 'Recipe',
      required: ['title', 'type', 'serves'],
      properties: {
        title: { $ref: 'common.schema.json#/$defs/title' },
        type: { const: 'recipe' },
        serves: { type: 'integer', minimum: 1, title: 'How many it feeds' },
        vegan: { type: 'boolean', title: 'Vegan' },
        season: { enum: ['spring', 'late-summer'], title: 'Season' },
        kitchen: { type: 'object', title: 'Kitchen', properties: { oven: { type: 'string', title: 'Oven' } } },
        step: { $ref: '#/$defs/step' },
      },
      $defs: { step: { type: 'object', title: 'Step', properties: { say: { type: 'string' }, next: { $ref: '#/$defs/step' } } } },
    };
    const files = {
      'guidance.yml': 'title: Food\nframeworks: [framework.yml]\ntypes: { recipe: recipe.json }\n',
      'recipe.json': JSON.stringify(schema),
      'soup.md': '---\ntitle: Soup\ntype: recipe\nserves: 4\nvegan: yes please\n---\n\n# Soup\n',
    };
    const type = await compileOwnType('recipe', schema);
    const root = openRoot(files, undefined, [type]);
    const soup = detailsOf(root.document('soup.md'), root.diagnostics) as DetailsForm;
    assert.equal(soup.title, 'Recipe');
    assert.deepEqual(control('number', field('serves', soup)), { kind: 'number', value: 4, whole: true, least: 1 });
    assert.equal(control('text-only', field('vegan', soup)).text, 'yes please');
    const season = control('choice', field('season', soup));
    assert.deepEqual(
      soup.lists[season.list]?.map(({ label }) => label),
      ['Spring', 'Late summer'],
    );
    assert.equal(control('group', field('kitchen', soup)).fields[0]?.label, 'Oven');
    const step = control('group', field('step', soup));
    const next = control('group', field('next', step));
    assert.equal(field('next', next).control.kind, 'text-only');
  });

  it('offer types where there is no front matter', () => {
    for (const text of ['# A page\n', '---\n---\n\n# A page\n', '---\n# to do\n---\n']) {
      const found = details('page.md', { 'page.md': text });
      assert.ok(found.state === 'missing' && found.types.some(({ value, label }) => value === 'page' && label === 'Page'), text);
    }
  });

  it('say why front matter cannot be read', () => {
    const found = details('page.md', { 'page.md': '---\ntitle: [A\n---\n\n# A page\n\n[Gone](gone.md)\n' });
    assert.equal(found.state, 'unreadable');
    assert.ok(
      found.state === 'unreadable' && found.problems.length > 0 && found.problems.every(({ message }) => !message.includes('gone')),
    );
  });

  it('show what all types have while the type is not known', () => {
    const found = form('page.md', { 'page.md': '---\ntitle: A page\n---\n\n# A page\n' });
    assert.equal(found.title, '');
    assert.deepEqual(control('choice', field('type', found)).value, undefined);
  });

  it('are none of data files', () => assert.deepEqual(details('framework.yml'), { state: 'none' }));
});
