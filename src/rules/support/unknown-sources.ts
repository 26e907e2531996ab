import type { DocumentFacts } from '../../core/facts/types.js';
import type { Source } from '../../core/model/sources.js';
import { compare } from '../../core/text/compare.js';
import { nearest } from '../../core/text/suggest.js';
import { fieldsOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { valueAt } from '../../core/yaml/value.js';
import { type CitedSource, citedSources, documentsBySource } from './cited.js';
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

/** The files that name sources, each with all the places where it does, in the order of their paths. */
export function sourceNamings(snapshot: WorkspaceSnapshot): Naming<CitedSource>[] {
  return namingsIn([...snapshot.dataFiles, ...snapshot.markdown]);
}

function namingsIn(files: readonly DocumentFacts[]): Naming<CitedSource>[] {
  const sorted = [...files].sort((a, b) => compare(a.path, b.path));
  return sorted.map((facts) => ({ path: facts.path, places: citedSources(facts) })).filter(({ places }) => places.length > 0);
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
  const documents = documentsBySource(snapshot);
  const inData = snapshot.dataFiles.flatMap((facts) => citedSources(facts).map(({ source }) => source));
  const keys = [...new Set([...documents.keys(), ...inData])].filter((key) => !snapshot.sourcesById.has(key)).sort(compare);
  return keys.map((key) => ({
    key,
    namings: namingsIn([...snapshot.dataFiles, ...documents.get(key)]).flatMap(({ path, places }) => {
      const named = places.filter((place) => place.source === key);
      return named.length === 0 ? [] : [{ path, places: named }];
    }),
    meant: snapshot.sourcesById.get(nearest(key, snapshot.sourcesById.keys()) ?? ''),
  }));
}

/** The sources that nobody names because documents write their keys in another way: that is the finding to mend. */
export function meantSources(snapshot: WorkspaceSnapshot): ReadonlySet<string> {
  return new Set(unknownSources(snapshot).flatMap(({ meant }) => meant?.id ?? []));
}
