import type { DocumentFacts } from '../../core/facts/types.js';
import { wikiTarget } from '../../core/workspace/wiki-target.js';
import type { PageIndex } from './page-index.js';

/** The documents that refer to each document, by path and in the order of their paths. */
export function backlinksOf(index: PageIndex): ReadonlyMap<string, readonly DocumentFacts[]> {
  const found = new Map<string, DocumentFacts[]>();
  for (const facts of index.documents) {
    for (const path of new Set(targetsOf(facts, index))) {
      if (path === facts.path) continue;
      const same = found.get(path);
      if (same) same.push(facts);
      else found.set(path, [facts]);
    }
  }
  return found;
}

function* targetsOf(facts: DocumentFacts, { snapshot }: PageIndex): Generator<string> {
  for (const reference of facts.references) {
    if (reference.via === 'link' && reference.path !== undefined) yield documentAt(reference.path, snapshot);
    if (reference.via === 'wiki-link') {
      const target = wikiTarget(reference.target, facts, snapshot);
      if (target.kind === 'document') yield target.facts.path;
    }
  }
}

/** A link to a folder means the folder's index. */
function documentAt(path: string, snapshot: PageIndex['snapshot']): string {
  if (snapshot.facts(path)) return path;
  return path === '' ? 'index.md' : `${path}/index.md`;
}
