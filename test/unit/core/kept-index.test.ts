import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { DocumentFacts } from '../../../src/core/facts/types.js';
import { KeptIndex, replaced } from '../../../src/core/workspace/kept-index.js';
import { runs } from '../../support/property.js';

const PATHS = ['a.md', 'b.md', 'c.md', 'd/a.md', 'd/b.md'];
const KEYS = ['one', 'two', 'three'];

/** Facts of which only the path, the type and the names of headings matter here. */
function document(path: string, keys: readonly string[], type?: string): DocumentFacts {
  const headings = keys.map((text) => ({ depth: 1, text, slug: text, start: 0, end: 0, sectionEnd: 0, filled: false }));
  return {
    path,
    format: 'markdown',
    type,
    fields: { state: 'missing' },
    headings,
    anchors: [],
    references: [],
    mentions: [],
    suppressions: [],
  };
}

const keysOf = (facts: DocumentFacts) => facts.headings.map(({ text }) => text);
/** Documents by path: of what type they are, and their keys. */
const arbitraryRoot = fc.dictionary(
  fc.constantFrom(...PATHS),
  fc.record({ type: fc.constantFrom('page', 'event'), keys: fc.uniqueArray(fc.constantFrom(...KEYS)) }),
  { noNullPrototype: true },
);
/** A root, and what somebody asks for in it. */
const step = fc.record({ root: arbitraryRoot, asked: fc.subarray(KEYS) });

/** Everything that follows from which documents have which keys. */
const pathsByKey = (index: KeptIndex) => [...index.keys()].sort().map((key) => [key, index.get(key).map(({ path }) => path)] as const);

describe('an index that is kept from snapshot to snapshot', () => {
  it('equals one that is made anew, and changes nothing that it has handed out', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const kept = new KeptIndex(keysOf);
        const given: (readonly [readonly DocumentFacts[], readonly DocumentFacts[]])[] = [];
        let before = new Map<string, DocumentFacts>();
        for (const { root, asked } of steps) {
          // What did not change stays the same value.
          const after = new Map(
            Object.entries(root)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([path, { type, keys }]) => {
                const same = before.get(path);
                const isSame = same?.type === type && keysOf(same).join() === keys.join();
                return [path, isSame ? same : document(path, keys, type)] as const;
              }),
          );
          const documents = [...after.values()];
          kept.of(documents);
          for (const key of asked) {
            const found = kept.get(key);
            assert.deepEqual(found, new KeptIndex(keysOf).of(documents).get(key));
            given.push([found, [...found]]);
          }
          const anew = new KeptIndex(keysOf).of(documents);
          assert.deepEqual([...kept.keys()].sort(), [...anew.keys()].sort());
          assert.deepEqual([...kept.paths()].sort(), [...anew.paths()].sort());
          if (asked.length === KEYS.length) assert.deepEqual(kept.once(pathsByKey), anew.once(pathsByKey));
          before = after;
        }
        for (const [list, copy] of given) assert.deepEqual(list, copy);
      }),
      runs(500),
    );
  });

  it('takes in a list in which some documents were replaced', () => {
    const root = PATHS.map((path) => document(path, ['one']));
    const kept = new KeptIndex(keysOf).of(root);
    const after = replaced(root, [document('c.md', ['two']), document('not-there.md', ['one'])]);
    assert.deepEqual(
      kept
        .of(after)
        .get('one')
        .map(({ path }) => path),
      PATHS.filter((path) => path !== 'c.md'),
    );
    assert.deepEqual(kept.get('two'), [after[2]]);
    assert.equal(root[2]?.headings[0]?.text, 'one');
  });
});
