import { type ApplicationCoverage, coverageOf, type ElementCoverage, type MatrixCell } from '../../core/coverage/coverage.js';
import type { FieldLocation } from '../../core/lint/finding.js';
import type { FrameworkElement } from '../../core/model/framework.js';
import type { Application } from '../../core/workspace/application.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type UnreadGuidance, unreadGuidance } from './unread-guidance.js';

/** Where a finding about all of an application stands in its document. */
export const APPLICATION_LINE: FieldLocation = { field: ['application'] };

/** An application with its coverage. */
export interface CoveredApplication {
  readonly application: Application;
  readonly coverage: ApplicationCoverage;
  readonly unread: UnreadGuidance;
}

/**
 * The applications that have guidance already, all of which can be read: of one that has none, that it lacks everything
 * goes without saying, and what a document claims that cannot be read is not known.
 */
export function begunApplications(snapshot: WorkspaceSnapshot): CoveredApplication[] {
  return coveredApplications(snapshot).filter(
    ({ coverage, unread }) => !unread.anyClaims && coverage.criteria.some((criterion) => criterion.path !== undefined),
  );
}

/** Every application of the root with its coverage; none where a framework cannot be read. */
export function coveredApplications(snapshot: WorkspaceSnapshot): CoveredApplication[] {
  if (snapshot.frameworks.length < snapshot.manifest.frameworks.length) return [];
  const { applications } = coverageOf(snapshot);
  return snapshot.applications.flatMap((application, index) => {
    const coverage = applications[index];
    return coverage ? [{ application, coverage, unread: unreadGuidance(application, snapshot) }] : [];
  });
}

/** The framework's element of a kind that a coverage speaks of. */
export function elementIn(application: Application, kind: FrameworkElement['kind'], key: string): FrameworkElement | undefined {
  return application.framework?.elements.find((element) => element.kind === kind && element.key === key);
}

/** The elements that no criterion serves, and none says that it serves. */
export function unserved(elements: readonly ElementCoverage[], { claimed }: UnreadGuidance): readonly ElementCoverage[] {
  return elements.filter((element) => element.criteria.length === 0 && !claimed.has(element.key));
}

/** The domains in which an attribute is not addressed. */
export function emptyDomains(attribute: string, matrix: readonly MatrixCell[]): readonly string[] {
  return matrix.filter((cell) => cell.attribute === attribute && cell.claims.length === 0).map((cell) => cell.domain);
}
