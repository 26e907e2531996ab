import { capital } from '../core/text/words.js';
import type { DataChanges } from './data-changes.js';
import type { ChangedDocument, DocumentChanges } from './document-changes.js';
import { documentName } from './names.js';
import { documentReferences } from './references.js';
import type { Comparison } from './revision.js';
import type { Statement } from './statement.js';
import { fewOf, quoted } from './words.js';

/**
 * The documents that refer to something which says something else now, and that were not changed themselves: whoever owns
 * them should read them again. A link to a section depends on that section alone.
 * @param settled the references that need nobody to look again: `from`, line break, `to`
 */
export function dependants(
  { before, after, pathBefore }: Comparison,
  documents: DocumentChanges,
  { sources }: DataChanges,
  settled: ReadonlySet<string>,
): Statement[] {
  const changed = new Map(documents.changed.map((one) => [one.path, one]));
  const removed = new Map(documents.removed.map((one) => [one.path, one]));
  return after.snapshot.markdown.flatMap((facts): Statement[] => {
    const then = before.snapshot.facts(pathBefore.get(facts.path) ?? '');
    if (!then || changed.has(facts.path)) return [];
    const now = documentReferences(facts, after.snapshot).filter(
      ({ path, fragment }) =>
        concerns(changed.get(path), fragment) && !settled.has(`${facts.path}\n${fragment === undefined ? path : `${path}#${fragment}`}`),
    );
    const gone = documentReferences(then, before.snapshot).filter(({ path }) => removed.has(path));
    const cited = facts.references.flatMap((reference) =>
      reference.via === 'citation' && sources.has(reference.source) ? [reference.source] : [],
    );
    const names = [
      ...now.map(({ path }) => changed.get(path)?.name ?? path),
      ...gone.map(({ path }) => `${removed.get(path)?.name ?? path} (removed)`),
      ...cited.map((source) => `the source ${quoted(source)}`),
    ];
    const because = [...new Set(names)];
    return because.length === 0
      ? []
      : [{ kind: 'read-again', text: `${capital(documentName(facts, after.snapshot))} relies on ${fewOf(because)}.`, path: facts.path }];
  });
}

function concerns(changed: ChangedDocument | undefined, fragment: string | undefined): boolean {
  if (!changed) return false;
  return changed.sections === 'all' || fragment === undefined || changed.sections.has(fragment);
}
