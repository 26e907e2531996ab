import { strict as assert } from 'node:assert';
import { compileOwnType } from '../../../src/core/schema/compile.js';
import type { JsonSchema } from '../../../src/core/schema/json-schema.js';
import { typeRegistry } from '../../../src/core/schema/registry.js';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import { frontMatter } from '../../../src/language/scaffold/front-matter.js';

describe('the front matter of a new document', () => {
  it('ends, also where its type’s schema holds itself', async () => {
    const comment: JsonSchema = {
      type: 'object',
      required: ['by', 'answers'],
      properties: { by: { type: 'string' }, answers: { type: 'array', items: { $ref: '#/$defs/comment' } } },
    };
    const schema: JsonSchema = {
      type: 'object',
      required: ['comments'],
      properties: { comments: { type: 'array', items: { $ref: '#/$defs/comment' } } },
      $defs: { comment },
    };
    const type = typeRegistry([await compileOwnType('talk', schema)]).get('talk');
    assert.ok(type);
    const text = frontMatter(type, {}, { framework: undefined, sources: [], today: '2026-09-01' });
    const { value } = parseYaml(text.replaceAll('---\n', ''));
    const by = 'To be written';
    assert.deepEqual(value, { comments: [{ by, answers: [{ by, answers: [] }] }] });
  });
});
