import type { DocumentFacts } from '../../core/facts/types.js';
import { compare } from '../../core/text/compare.js';
import { type KeptIndex, keptByRoot } from '../../core/workspace/kept-index.js';
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

/** The documents to which no other document has a link or wiki link, in the order of their paths. */
export function unlinkedDocuments(snapshot: WorkspaceSnapshot): DocumentFacts[] {
  const paths = byPath(snapshot).once(withoutLinks);
  return paths.flatMap((path) => snapshot.facts(path) ?? []).filter((facts) => !hasWikiLink(facts, snapshot));
}

function withoutLinks(index: KeptIndex): string[] {
  const hasLink = (path: string, address: string) => index.get(address).some((from) => from.path !== path);
  return [...index.paths()].filter((path) => !addressesOf(path).some((address) => hasLink(path, address))).sort(compare);
}

/** A link to a folder leads to its index. */
function addressesOf(path: string): string[] {
  if (path === 'index.md') return [path, ''];
  return path.endsWith('/index.md') ? [path, path.slice(0, -'/index.md'.length)] : [path];
}

function hasWikiLink(facts: DocumentFacts, snapshot: WorkspaceSnapshot): boolean {
  const subject = subjectElement(facts, snapshot);
  const names = new Set([...wikiNames(facts), ...(subject ? [subject.key] : [])]);
  const { path } = facts;
  return [...names].some((name) =>
    byName(snapshot)
      .get(name)
      .some((from) => from.path !== path && leadsTo(from, path, snapshot)),
  );
}

function leadsTo(from: DocumentFacts, path: string, snapshot: WorkspaceSnapshot): boolean {
  return from.references.some((reference) => reference.via === 'wiki-link' && linkedDocument(reference, from, snapshot)?.path === path);
}
