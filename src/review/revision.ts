import type { SourceText } from '../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { pairDocuments } from './pair-documents.js';

/** A guidance root at one revision. */
export interface Revision {
  readonly snapshot: WorkspaceSnapshot;
  /** The text of a file; undefined where it cannot be read. */
  readonly source: (path: string) => SourceText | undefined;
}

/** Two revisions, with which document of one is which of the other. */
export interface Comparison {
  readonly before: Revision;
  readonly after: Revision;
  /** The path before of a document that is in both, by its path after. */
  readonly pathBefore: ReadonlyMap<string, string>;
  /** The same the other way round. */
  readonly pathAfter: ReadonlyMap<string, string>;
}

/**
 * Lays two revisions side by side.
 * @param renames the moves that git recognised: paths before by paths after, from the guidance folder
 */
export function compareRevisions(before: Revision, after: Revision, renames: ReadonlyMap<string, string>): Comparison {
  const pathBefore = pairDocuments(before.snapshot, after.snapshot, renames);
  return { before, after, pathBefore, pathAfter: new Map([...pathBefore].map(([path, from]) => [from, path])) };
}
