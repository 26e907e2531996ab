import { type CoverageCount, coverageChanges } from './coverage-changes.js';
import { dataChanges } from './data-changes.js';
import { dependants } from './dependants.js';
import { documentChanges } from './document-changes.js';
import { compareRevisions, type Revision } from './revision.js';
import { CHANGE_KINDS, type Statement } from './statement.js';
import { type Fingerprint, type Reviewed, settledReferences } from './suspect.js';

/** What owners looked at, with how texts are named there. */
export interface Remembered {
  readonly reviewed: Reviewed;
  readonly fingerprint: Fingerprint;
}

/** What a change means: for the coverage of the framework, for each document, and for those who have to read again. */
export interface GuidanceDiff {
  readonly coverage: readonly CoverageCount[];
  /** In the order of their kinds, what gets worse first; those of one kind in the order of their files. */
  readonly statements: readonly Statement[];
}

/**
 * The change in meaning between two revisions of a guidance root. A revision compared with itself gives no statement.
 * @param renames the moves that git recognised: paths before by paths after, from the guidance folder
 * @param remembered what owners looked at, as the later revision has it
 */
export function diffOf(before: Revision, after: Revision, renames: ReadonlyMap<string, string>, remembered?: Remembered): GuidanceDiff {
  const comparison = compareRevisions(before, after, renames);
  const coverage = coverageChanges(comparison);
  const documents = documentChanges(comparison, coverage.told);
  const data = dataChanges(comparison);
  const isKnown = remembered && remembered.reviewed.looked.length + remembered.reviewed.same.length > 0;
  const settled = isKnown ? settledReferences(before, after, remembered.reviewed, remembered.fingerprint) : new Set<string>();
  const all = [...coverage.statements, ...documents.statements, ...data.statements, ...dependants(comparison, documents, data, settled)];
  const statements = CHANGE_KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
  return { coverage: coverage.counts, statements };
}
