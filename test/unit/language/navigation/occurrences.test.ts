import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { DocumentFacts, Reference } from '../../../../src/core/facts/types.js';
import type { WorkspaceSnapshot } from '../../../../src/core/workspace/snapshot.js';
import { type Occurrence, occurrencesOf } from '../../../../src/language/navigation/occurrences.js';
import { annotated } from '../../../../src/language/targets/field-target.js';
import { mentioned, referenced } from '../../../../src/language/targets/reference-target.js';
import { isSameNamed } from '../../../../src/language/targets/same-named.js';
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

/** Every use of something in a document: all that it names is resolved and compared. */
function usesIn(facts: DocumentFacts, named: Named, snapshot: WorkspaceSnapshot): string[] {
  const { path, fields, references, mentions } = facts;
  const is = (target: Named | undefined) => target !== undefined && isSameNamed(target, named);
  const file = named.kind === 'application' ? named.application.path : named.kind === 'document' ? named.path : undefined;
  const leadsTo = (target: Named | undefined) => is(target) || (target !== undefined && 'path' in target && target.path === file);
  const cites = (reference: Reference) =>
    named.kind === 'point' &&
    reference.via === 'citation' &&
    reference.source === named.source.id &&
    reference.points.includes(named.point.id);
  const sections = named.kind !== 'heading' && fields.state === 'parsed' ? fields.annotations : [];
  return [
    ...sections.filter((one) => is(annotated(one, facts, snapshot))).map((one) => `${path} ${one.path.join('/')}`),
    ...references.filter((one) => leadsTo(referenced(one, facts, snapshot)) || cites(one)).map(({ start }) => `${path} ${start}`),
    ...mentions.filter((one) => is(mentioned(one, facts, snapshot))).map(({ start }) => `${path} ${start}`),
  ];
}

function useOf(occurrence: Occurrence): string {
  if (occurrence.via === 'field') return `${occurrence.path} ${occurrence.field.join('/')}`;
  return `${occurrence.path} ${(occurrence.via === 'mention' ? occurrence.mention : occurrence.reference).start}`;
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
            const each = snapshot.markdown.flatMap((facts) => usesIn(facts, named, snapshot));
            found += each.length;
            const uses = occurrencesOf(named, snapshot).filter(({ path }) => snapshot.facts(path)?.format === 'markdown');
            assert.deepEqual(uses.map(useOf).sort(), each.sort());
          }
        }
      }),
      runs(30),
    );
    assert.ok(found > 1000);
  });
});
