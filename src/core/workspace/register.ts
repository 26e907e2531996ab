import type { Source } from '../model/sources.js';
import { isMapping, listAt, type Mapping, textAt, valueAt } from '../yaml/value.js';
import { fieldsOf } from './document.js';
import type { WorkspaceSnapshot } from './snapshot.js';

const NO_ENTRY: Mapping = {};

/** The entries of the source register as they are written there, by key; of two with one key the last. */
export function registerEntries(snapshot: WorkspaceSnapshot): Map<string, Mapping> {
  const entries = listAt(register(snapshot), 'sources');
  return new Map(entries.flatMap((entry) => (isMapping(entry) ? [[textAt(entry, 'id') ?? '', entry] as const] : [])));
}

/** The entry that a source of the register was read from: everything that is known about the work. */
export function registerEntry(source: Source, snapshot: WorkspaceSnapshot): Mapping {
  const entry = valueAt(register(snapshot), source.field);
  return isMapping(entry) ? entry : NO_ENTRY;
}

function register(snapshot: WorkspaceSnapshot): Mapping {
  const path = snapshot.manifest.sources;
  const facts = path === undefined ? undefined : snapshot.facts(path);
  return facts ? fieldsOf(facts) : NO_ENTRY;
}
