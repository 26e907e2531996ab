import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { extractMarkdown } from '../../../src/core/facts/extract.js';
import type { DocumentFacts } from '../../../src/core/facts/types.js';
import { definedKeys, referredKeys } from '../../../src/core/workspace/keys.js';
import { sameMeaning } from '../../../src/core/workspace/same-meaning.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { runs } from '../../support/property.js';

const parser = remarkParser();
const PIECES = [
  '---\ntitle: A page\ntype: page\n---\n',
  '---\ntype: page\ntitle: A page\n---\n',
  '---\ntitle: Another\ntype: page\n---\n',
  '# Heading\n\n',
  '## Another heading\n\n',
  'Words.\n\n',
  'Other words.\n\n',
  '[link](b.md#one)\n\n',
  '[[wiki link]] and [@source, point 1]\n\n',
];

function factsOf(text: string): DocumentFacts {
  return extractMarkdown('a.md', text, parser, new Map()).facts;
}

describe('two states of a document', () => {
  it('mean the same to others where only words and places differ', () => {
    const before = factsOf('# Heading\n\nWords and a [link](b.md).\n');
    assert.equal(sameMeaning(before, factsOf('# Heading\n\nMany more words and a [link](b.md).\n')), true);
    assert.equal(sameMeaning(before, factsOf('# Heading\n\nWords and a [link](c.md).\n')), false);
    assert.equal(sameMeaning(before, factsOf('# A heading\n\nWords and a [link](b.md).\n')), false);
    assert.equal(sameMeaning(before, undefined), false);
  });

  it('define the same keys and refer to the same where they mean the same', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [factsOf(one), factsOf(other)];
        assert.equal(sameMeaning(a, b), sameMeaning(JSON.parse(JSON.stringify(a)), b));
        if (!sameMeaning(a, b)) return;
        assert.deepEqual([...definedKeys(a)], [...definedKeys(b)]);
        assert.deepEqual([...referredKeys(a)], [...referredKeys(b)]);
      }),
      runs(300),
    );
  });
});
