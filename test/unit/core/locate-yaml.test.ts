import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type FieldPart, locateField } from '../../../src/core/yaml/locate-yaml.js';
import { parseYamlDocument } from '../../../src/core/yaml/parse-yaml.js';
import type { FieldPath } from '../../../src/core/yaml/value.js';
import { runs } from '../../support/property.js';
import { writtenYaml } from '../../support/yaml-arbitrary.js';

describe('locateField', () => {
  const text = `title: "A title" # why
serves:
  - domain: people
    attributes: [fair, open]
  - domain: places
summary: >-
  one
  two

empty:
last: { a: b }
`;
  /** The stretch of the text that a field's place covers. */
  const at = (path: FieldPath, part: FieldPart = 'value') => {
    const { start, end } = locateField(text, path, part);
    return text.slice(start, end);
  };

  it('finds the value, the name, or both', () => {
    assert.equal(at(['title']), '"A title"');
    assert.equal(at(['title'], 'key'), 'title');
    assert.equal(at(['title'], 'entry'), 'title: "A title"');
  });

  it('finds its way through lists and mappings', () => {
    assert.equal(at(['serves', 0, 'attributes', 1]), 'open');
    assert.equal(at(['serves', 1, 'domain'], 'entry'), 'domain: places');
    assert.equal(at(['serves', 1], 'value'), 'domain: places');
    assert.equal(at(['last', 'a']), 'b');
  });

  it('ends a block text where its words end', () => {
    assert.equal(at(['summary']), '>-\n  one\n  two');
  });

  it('points at the name where there is no value', () => {
    assert.equal(at(['empty'], 'key'), 'empty');
    assert.ok(['', 'empty'].includes(at(['empty'])));
  });

  it('points at the entry that lacks a field', () => {
    assert.equal(at(['serves', 1, 'attributes']), 'domain: places');
    assert.equal(at(['last', 'zzz']), 'last');
    assert.equal(at(['title', 'x', 'y']), 'title');
    assert.equal(at(['serves', 9, 'domain']), 'serves');
  });

  it('points at the first line where the whole lacks a field', () => {
    assert.equal(at(['status']), 'title: "A title" # why');
    assert.equal(at([], 'key'), 'title: "A title" # why');
  });

  it('has an answer for any text and path', () => {
    const path = fc.array(fc.oneof(fc.constantFrom('title', 'serves', 'domain', 'toString'), fc.nat(3)), { maxLength: 4 });
    const written = fc.oneof(writtenYaml(), fc.constantFrom('', '\n', '# c', '- a', 'a', '{', 'a: [', '"', 'a: b: c'));
    fc.assert(
      fc.property(written, path, fc.constantFrom<FieldPart>('key', 'value', 'entry'), (yaml, field, part) => {
        const { start, end } = locateField(yaml, field, part);
        assert.ok(0 <= start && start <= end && end <= yaml.length);
      }),
      runs(500),
    );
  });

  it('finds a value in the text that reads as that value', () => {
    fc.assert(
      fc.property(writtenYaml(), (yaml) => {
        for (const [key, value] of Object.entries(parseYamlDocument(yaml).toJS() as object)) {
          const { start, end } = locateField(yaml, [key], 'value');
          if (value === null || typeof value === 'object') continue;
          const alone = parseYamlDocument(`k: ${yaml.slice(start, end)}\n`).toJS() as { k: unknown };
          assert.deepEqual(alone.k, typeof value === 'string' && /^[|>]/.test(yaml[start] ?? '') ? alone.k : value);
        }
      }),
      runs(200),
    );
  });
});
