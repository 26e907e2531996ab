import { strict as assert } from 'node:assert';
import { annotationsIn, schemaAt, schemaTree } from '../../../src/core/schema/annotations.js';
import { compileOwnType } from '../../../src/core/schema/compile.js';
import type { JsonSchema } from '../../../src/core/schema/json-schema.js';
import { markdownTypes, shippedSchema, typeRegistry } from '../../../src/core/schema/registry.js';
import { violationsOf } from '../../../src/core/schema/violations.js';
import type { Value } from '../../../src/core/yaml/value.js';

/** A type of the user's own that takes common fields from the shipped schema by `allOf` and `$ref`. */
const CASE_STUDY: JsonSchema = {
  $id: 'case-study.schema.json',
  type: 'object',
  required: ['title', 'type', 'happened_on'],
  properties: {
    title: { $ref: 'common.schema.json#/$defs/title' },
    type: { const: 'case-study' },
    happened_on: { $ref: 'common.schema.json#/$defs/date', description: 'The day it happened.' },
    criterion: { $ref: '#/$defs/local' },
    people: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: ['one', 'two'] } },
    sources: { type: 'array', items: { type: 'string', 'x-source': true } },
    more: { type: 'object', additionalProperties: { type: 'string', 'x-element': ['attribute'] } },
    link: { type: 'string', format: 'uri' },
    size: { oneOf: [{ type: 'string' }, { type: 'object', required: ['a'] }] },
  },
  allOf: [
    { properties: { supports: { $ref: 'common.schema.json#/$defs/supports' }, status: { $ref: 'common.schema.json#/$defs/status' } } },
  ],
  unevaluatedProperties: false,
  $defs: { local: { $ref: 'common.schema.json#/$defs/criterion' } },
} as JsonSchema;

describe('a type of the user’s own', () => {
  let violations: (value: Value) => string[];
  const tree = schemaTree(CASE_STUDY, (id) => (id === CASE_STUDY.$id ? CASE_STUDY : shippedSchema(id)));
  const complete = { title: 'A', type: 'case-study', happened_on: '2026-09-01' };

  before(async () => {
    const own = await compileOwnType('case-study', CASE_STUDY);
    const type = typeRegistry([own]).get('case-study');
    assert.ok(type);
    violations = (value) =>
      violationsOf(type.validate, tree, value, annotationsIn(tree, value)).map((one) => {
        const { kind, path, ...rest } = one;
        return `${kind} ${path.join('.')} ${JSON.stringify(rest)}`;
      });
  });

  it('is a type of Markdown document beside the shipped ones', async () => {
    const registry = typeRegistry([await compileOwnType('case-study', CASE_STUDY)]);
    assert.ok(markdownTypes(registry).includes('case-study'));
    assert.ok(markdownTypes(registry).includes('page'));
    assert.ok(!markdownTypes(registry).includes('sources'));
  });

  it('accepts what is as it should be', () => {
    assert.deepEqual(
      violations({
        ...complete,
        status: 'draft',
        people: ['one'],
        size: { a: 1 },
        supports: [{ criterion: 'x', because: 'y', basis: 'source' }],
      }),
      [],
    );
  });

  it('says what is missing, with its help', () => {
    assert.deepEqual(violations({ title: 'A', type: 'case-study' }), ['missing  {"field":"happened_on","help":"The day it happened."}']);
    assert.deepEqual(violations({ ...complete, supports: [{ criterion: 'x', basis: 'source' }] }), [
      'missing supports.0 {"field":"because","help":"Why this is so, in a sentence."}',
    ]);
  });

  it('says what it does not know, with what it knows', () => {
    const [unknown = ''] = violations({ ...complete, titel: 'B' });
    assert.match(unknown, /^unknown titel \{"field":"titel","known":\[/);
    for (const field of ['title', 'happened_on', 'supports', 'status']) assert.ok(unknown.includes(`"${field}"`), field);
  });

  it('says what could stand in a place', () => {
    assert.deepEqual(violations({ ...complete, status: 'done' }), [
      'choice status {"found":"done","allowed":["draft","in-review","published","withdrawn"]}',
    ]);
    assert.deepEqual(violations({ ...complete, people: ['one', 'three'] }), ['choice people.1 {"found":"three","allowed":["one","two"]}']);
    assert.deepEqual(violations({ ...complete, type: 'page' }), ['choice type {"found":"page","allowed":["case-study"]}']);
  });

  it('says which form a value has and which it should have', () => {
    assert.deepEqual(violations({ ...complete, title: ['A'] }), ['type title {"found":"a list","expected":["string"]}']);
    assert.deepEqual(violations({ ...complete, people: 'one' }), ['type people {"found":"one","expected":["array"]}']);
    assert.match(violations({ ...complete, title: '' })[0] ?? '', /^form title .*"problem":"is empty"/);
    assert.match(violations({ ...complete, people: ['one', 'one'] })[0] ?? '', /^form people .*twice/);
  });

  it('tells of a choice of forms once, and not of each form', () => {
    const told = violations({ ...complete, size: 3 });
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /^form size /);
  });

  it('knows the days that exist and the addresses of the web', () => {
    assert.deepEqual(violations({ ...complete, happened_on: '2026-02-30' }), ['date happened_on {"found":"2026-02-30"}']);
    assert.match(violations({ ...complete, link: 'www.example.org' })[0] ?? '', /^form link .*not a web address/);
  });

  it('finds what its fields name, through references and parts of the schema', () => {
    const value = { ...complete, criterion: 12, sources: ['s'], supports: [{ criterion: 'x', section: 'S' }], more: { a: 'fair' } };
    assert.deepEqual(annotationsIn(tree, value), [
      { kind: 'date', path: ['happened_on'], value: '2026-09-01' },
      { kind: 'element', kinds: ['criterion'], path: ['criterion'], value: '12' },
      { kind: 'source', path: ['sources', 0], value: 's' },
      { kind: 'element', kinds: ['criterion'], path: ['supports', 0, 'criterion'], value: 'x' },
      { kind: 'section', path: ['supports', 0, 'section'], value: 'S' },
      { kind: 'element', kinds: ['attribute'], path: ['more', 'a'], value: 'fair' },
    ]);
  });

  it('says what the schema has at a path', () => {
    assert.equal(schemaAt(tree, ['supports', 3, 'basis'])?.schema.title, 'Basis');
    assert.equal(schemaAt(tree, ['happened_on'])?.schema.description, 'The day it happened.');
    assert.equal(schemaAt(tree, ['nothing', 'there']), undefined);
  });

  it('is refused where it is no schema', async () => {
    await assert.rejects(compileOwnType('x', { type: 'nonsense' }), Error);
    await assert.rejects(compileOwnType('x', { $ref: 'no-such.schema.json' }), Error);
  });

  it('may hold itself', () => {
    const comment: JsonSchema = {
      $id: 'own.json',
      $ref: '#/$defs/c',
      $defs: {
        c: {
          type: 'object',
          properties: { by: { type: 'string', 'x-source': true }, answers: { type: 'array', items: { $ref: '#/$defs/c' } } },
        },
      },
    };
    const own = schemaTree(comment, () => comment);
    const found = annotationsIn(own, { by: 'a', answers: [{ by: 'b', answers: [] }] });
    assert.deepEqual(
      found.map(({ value }) => value),
      ['a', 'b'],
    );
    const deep = annotationsIn(own, { answers: [{ answers: [{ answers: [{ by: 'c' }] }] }] });
    assert.deepEqual(
      deep.map(({ path }) => path.join('.')),
      ['answers.0.answers.0.answers.0.by'],
    );
  });

  it('may hold itself in many ways, and is followed once all the same', () => {
    const names = Array.from({ length: 12 }, (_, index) => `field${index}`);
    const any = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { $ref: '#/$defs/any' }])) };
    const schema: JsonSchema = { $ref: '#/$defs/any', $defs: { any: { ...any, additionalProperties: { 'x-source': true } } } };
    const own = schemaTree(schema, () => schema);
    const found = annotationsIn(own, { field0: { field11: { other: 's' } } });
    assert.deepEqual(found, [{ kind: 'source', path: ['field0', 'field11', 'other'], value: 's' }]);
  });

  it('refers to its own definitions wherever it is used, with a name of its own or without', async () => {
    const { $id: _, ...anonymous } = CASE_STUDY;
    for (const schema of [CASE_STUDY, anonymous]) {
      const type = typeRegistry([await compileOwnType('case-study', schema)]).get('case-study');
      assert.ok(type);
      const found = annotationsIn(type.tree, { ...complete, criterion: 12 });
      assert.deepEqual(
        found.filter(({ kind }) => kind === 'element').map(({ path, value }) => `${path.join('.')} ${value}`),
        ['criterion 12'],
      );
    }
  });
});

describe('the shipped types', () => {
  it('have every section that they ask for in words of their own', () => {
    for (const type of typeRegistry().values()) for (const section of type.sections) assert.ok(section.title ?? section.each, type.name);
  });

  it('accept a minimal document', () => {
    const page = typeRegistry().get('page');
    assert.ok(page?.validate({ title: 'A', type: 'page', status: 'draft' }));
    assert.ok(!page?.validate({ type: 'page' }));
  });
});
