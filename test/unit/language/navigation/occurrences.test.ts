import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { WorkspaceSnapshot } from '../../../../src/core/workspace/snapshot.js';
import { occurrencesIn, occurrencesOf } from '../../../../src/language/navigation/occurrences.js';
import type { Named } from '../../../../src/language/targets/target.js';
import { LiveRoot } from '../../../support/live-root.js';
import { runs } from '../../../support/property.js';
import { applied, changes, smallRoot } from '../../../support/root-arbitrary.js';

/** Everything in a root that has a name. */
function everything(snapshot: WorkspaceSnapshot): Named[] {
  return [
    ...snapshot.filePaths.map(
      (path): Named => (snapshot.facts(path)?.format === 'markdown' ? { kind: 'document', path } : { kind: 'file', path }),
    ),
    ...snapshot.markdown.flatMap(({ path, headings }) => headings.map((heading): Named => ({ kind: 'heading', path, heading }))),
    ...snapshot.frameworks.flatMap((framework) => [
      { kind: 'framework', framework } as const,
      ...framework.elements.map((element) => ({ kind: 'element', framework, element }) as const),
    ]),
    ...snapshot.sources.flatMap((source) => [
      { kind: 'source', source } as const,
      ...source.points.map((point) => ({ kind: 'point', source, point }) as const),
    ]),
    ...snapshot.applications.map((application) => ({ kind: 'application', application }) as const),
  ];
}

describe('the documents that refer to something', () => {
  it('are found without looking at all of them, after any changes', () => {
    let found = 0;
    fc.assert(
      fc.property(smallRoot(), changes(), (start, all) => {
        let files = start;
        const root = new LiveRoot(files, []);
        for (const change of [undefined, ...all]) {
          if (change) {
            files = applied(files, change);
            root.update(files);
          }
          const snapshot = root.index.snapshot();
          for (const named of everything(snapshot)) {
            const each = [...snapshot.dataFiles, ...snapshot.markdown].flatMap((facts) => occurrencesIn(facts, named, snapshot));
            found += each.length;
            assert.deepEqual(occurrencesOf(named, snapshot), each);
          }
        }
      }),
      runs(60),
    );
    assert.ok(found > 1000);
  });
});
