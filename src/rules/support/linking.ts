import type { DocumentFacts } from '../../core/facts/types.js';
import { keptByRoot } from '../../core/workspace/kept-index.js';
import { foldName, wikiNames } from '../../core/workspace/keys.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { subjectElement } from '../../core/workspace/subjects.js';
import { linkedDocument } from './addresses.js';

/** Documents by the paths that their links lead to. */
const byPath = keptByRoot((facts) =>
  facts.references.flatMap((reference) => (reference.via === 'link' && reference.path !== undefined ? [reference.path] : [])),
);
/** Documents by the names in their wiki links. */
const byName = keptByRoot((facts) =>
  facts.references.flatMap((reference) => (reference.via === 'wiki-link' ? [foldName(reference.target)] : [])),
);

/** The documents that have a link to a path, in the order of their own. */
export function documentsLinkingTo(path: string, snapshot: WorkspaceSnapshot): readonly DocumentFacts[] {
  return byPath(snapshot).get(path);
}

/** Whether another document has a link or wiki link that leads to a document. */
export function isLinked(facts: DocumentFacts, snapshot: WorkspaceSnapshot): boolean {
  const { path } = facts;
  const index = /(?:^|\/)index\.md$/;
  const addresses = index.test(path) ? [path, path.replace(index, '')] : [path];
  if (addresses.some((address) => documentsLinkingTo(address, snapshot).some((from) => from.path !== path))) return true;
  const subject = subjectElement(facts, snapshot);
  const names = new Set([...wikiNames(facts), ...(subject ? [subject.key] : [])]);
  return [...names].some((name) =>
    byName(snapshot)
      .get(name)
      .some((from) => from.path !== path && leadsTo(from, path, snapshot)),
  );
}

function leadsTo(from: DocumentFacts, path: string, snapshot: WorkspaceSnapshot): boolean {
  return from.references.some((reference) => reference.via === 'wiki-link' && linkedDocument(reference, from, snapshot)?.path === path);
}
