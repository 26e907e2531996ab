import type { CitationReference, DocumentFacts } from '../core/facts/types.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { wikiTarget } from '../core/workspace/wiki-target.js';

/** A document that another one refers to, and the section of it that is meant. */
export interface DocumentReference {
  readonly path: string;
  /** The anchor of the section; undefined where the whole document is meant. */
  readonly fragment: string | undefined;
}

/** The documents that a document's text refers to, each with every section that is meant, once. */
export function documentReferences(facts: DocumentFacts, snapshot: WorkspaceSnapshot): DocumentReference[] {
  const found = new Map<string, DocumentReference>();
  const add = (path: string, fragment: string | undefined) => {
    if (path !== facts.path && snapshot.facts(path)?.format === 'markdown') found.set(`${path}#${fragment ?? ''}`, { path, fragment });
  };
  for (const reference of facts.references) {
    if (reference.via === 'link' && reference.path !== undefined) add(documentAt(reference.path, snapshot), reference.fragment);
    if (reference.via === 'wiki-link') {
      const target = wikiTarget(reference.target, facts, snapshot);
      if (target.kind === 'document') add(target.facts.path, reference.heading);
    }
  }
  return [...found.values()];
}

/** A link to a folder means the folder's index. */
function documentAt(path: string, snapshot: WorkspaceSnapshot): string {
  if (snapshot.facts(path)) return path;
  return path === '' ? 'index.md' : `${path}/index.md`;
}

/** What a document cites, each work or point of one once: “point 1.1 of smith-2020”. */
export function citationsIn(facts: DocumentFacts): Set<string> {
  const cited = facts.references.filter((reference): reference is CitationReference => reference.via === 'citation');
  return new Set(
    cited.flatMap(({ source, points }) => (points.length === 0 ? [source] : points.map((point) => `point ${point} of ${source}`))),
  );
}
