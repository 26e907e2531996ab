import type { Source } from '../../core/model/sources.js';
import { nearest } from '../../core/text/suggest.js';
import { fieldsOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { valueAt } from '../../core/yaml/value.js';
import { type CitedSource, citedSources } from './cited.js';
import type { Naming } from './namings.js';

/** A key that documents name as a source's, and that the register does not have. */
export interface UnknownSource {
  readonly key: string;
  /** The source that was probably meant. */
  readonly meant: Source | undefined;
  readonly namings: readonly Naming<CitedSource>[];
}

const computed = new WeakMap<WorkspaceSnapshot, readonly UnknownSource[]>();
const NONE: readonly UnknownSource[] = [];

/** The files that name sources, each with all the places where it does. */
export function sourceNamings(snapshot: WorkspaceSnapshot): Naming<CitedSource>[] {
  const files = [...snapshot.dataFiles, ...snapshot.markdown].sort((a, b) => (a.path < b.path ? -1 : 1));
  return files.map((facts) => ({ path: facts.path, places: citedSources(facts) })).filter(({ places }) => places.length > 0);
}

/** The unknown keys with the files that name them; none where the register is not known as a whole. */
export function unknownSources(snapshot: WorkspaceSnapshot): readonly UnknownSource[] {
  let unknown = computed.get(snapshot);
  if (!unknown) {
    unknown = isWhole(snapshot) ? find(snapshot) : NONE;
    computed.set(snapshot, unknown);
  }
  return unknown;
}

/** Whether the keys of the sources that there are can be relied on: each entry has one, and no two have the same. */
function isWhole(snapshot: WorkspaceSnapshot): boolean {
  const register = snapshot.facts(snapshot.manifest.sources ?? '');
  const entries = register && valueAt(fieldsOf(register), ['sources']);
  const { size } = snapshot.sourcesById;
  return Array.isArray(entries) && entries.length === snapshot.sources.length && snapshot.sources.length === size;
}

function find(snapshot: WorkspaceSnapshot): UnknownSource[] {
  const byKey = new Map<string, Naming<CitedSource>[]>();
  for (const { path, places } of sourceNamings(snapshot)) {
    for (const key of new Set(places.map((place) => place.source))) {
      if (snapshot.sourcesById.has(key)) continue;
      const naming = { path, places: places.filter((place) => place.source === key) };
      const same = byKey.get(key);
      if (same) same.push(naming);
      else byKey.set(key, [naming]);
    }
  }
  return [...byKey].map(([key, namings]) => ({
    key,
    namings,
    meant: snapshot.sourcesById.get(nearest(key, snapshot.sourcesById.keys()) ?? ''),
  }));
}

/** The sources that nobody names because documents write their keys in another way: that is the finding to mend. */
export function meantSources(snapshot: WorkspaceSnapshot): ReadonlySet<string> {
  return new Set(unknownSources(snapshot).flatMap(({ meant }) => meant?.id ?? []));
}
