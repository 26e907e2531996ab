import { type ApplicationCoverage, coverageOf, type MatrixCell, reviewDue } from '../../core/coverage/coverage.js';
import type { DocumentFacts } from '../../core/facts/types.js';
import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { ReportByPath } from '../../core/lint/live-report.js';
import { elementsOf, findCurrent } from '../../core/model/framework.js';
import { type CalendarDate, daysBetween } from '../../core/schema/dates.js';
import { compare } from '../../core/text/compare.js';
import { fieldText, isWithdrawn, titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { labelOf } from '../descriptions/source.js';
import { documentsCiting } from '../navigation/navigate.js';
import type {
  ApplicationItem,
  CoverageCount,
  DomainItem,
  GuidanceOverview,
  OverviewPart,
  PartialOverview,
  ReviewItem,
  SourceItem,
  Tally,
} from './overview.js';

/** A review within so many days is called due soon. */
const SOON = 60;
const NOTHING: Tally = { errors: 0, warnings: 0, notes: 0 };
const NOT_APPLIED: CoverageCount = { covered: 0, applicable: 0 };

/** What an overview is made from. */
export interface OverviewSource {
  readonly snapshot: WorkspaceSnapshot;
  /** What the linter says of each file. */
  readonly report: ReportByPath;
  /** The day by which reviews are judged. */
  readonly today: CalendarDate;
}

const MAKERS: { readonly [Part in OverviewPart]: (source: OverviewSource) => GuidanceOverview[Part] } = {
  findings: ({ report }) => tallyOf([...report.values()].flat()),
  coverage: ({ snapshot }) => {
    const counts = coverageOf(snapshot).applications.map(coverageCount);
    return counts.reduce((all, one) => ({ covered: all.covered + one.covered, applicable: all.applicable + one.applicable }), NOT_APPLIED);
  },
  applications: ({ snapshot, report }) => coverageOf(snapshot).applications.map((coverage) => applicationItem(coverage, snapshot, report)),
  frameworks: ({ snapshot }) => snapshot.frameworks.map(({ key, title, path }) => ({ key, title, path })),
  reviews: ({ snapshot, today }) => reviewItems(snapshot, today),
  sources: ({ snapshot }) => sourceItems(snapshot),
};

/** What lists of guidance show of a root, as far as it is asked for. */
export function overviewOf<Part extends OverviewPart>(source: OverviewSource, parts: readonly Part[]): PartialOverview<Part> {
  const made = parts.map((part) => [part, MAKERS[part](source)]);
  return { title: source.snapshot.manifest.title, ...Object.fromEntries(made) };
}

/** Whether a name is that of a part. */
export function isOverviewPart(name: string): name is OverviewPart {
  return Object.hasOwn(MAKERS, name);
}

function coverageCount({ counts }: ApplicationCoverage): CoverageCount {
  return { covered: counts.covered, applicable: counts.total - counts['not-applicable'] };
}

/** How many findings of each weight there are. */
export function tallyOf(findings: readonly LocatedDiagnostic[] = []): Tally {
  const tally = { ...NOTHING };
  for (const { severity } of findings) tally[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'notes']++;
  return tally;
}

function applicationItem(coverage: ApplicationCoverage, snapshot: WorkspaceSnapshot, report: ReportByPath): ApplicationItem {
  const { application, title, path, criteria } = coverage;
  return {
    key: application,
    title,
    path,
    ...coverageCount(coverage),
    criteria: criteria.map((criterion) => {
      const { key, number, title, shortTitle, state, because, status, path, unfilled, gaps } = criterion;
      const findings = path === undefined ? NOTHING : tallyOf(report.get(path));
      return { key, number, title, shortTitle, state, because, status, path, findings, unfilled, gaps: gaps.length };
    }),
    domains: domainItems(coverage, snapshot),
  };
}

function domainItems({ domains, attributes, matrix, framework: key }: ApplicationCoverage, snapshot: WorkspaceSnapshot): DomainItem[] {
  const framework = snapshot.frameworks.find((one) => one.key === key);
  const knowledgeOf = (domain: string) => {
    const named = framework && findCurrent(framework, ['domain'], domain)?.knowledgeDomain;
    return framework && named !== undefined
      ? elementsOf(framework, 'knowledge_domain').find((element) => element.key === named)?.title
      : undefined;
  };
  const cells = new Map<string, MatrixCell>(matrix.map((cell) => [`${cell.domain}\n${cell.attribute}`, cell]));
  return domains.map((domain) => ({
    key: domain.key,
    title: domain.title,
    knowledgeDomain: knowledgeOf(domain.key),
    criteria: domain.criteria,
    attributes: attributes.map((attribute) => ({
      key: attribute.key,
      title: attribute.title,
      criteria: (cells.get(`${domain.key}\n${attribute.key}`)?.claims ?? []).map(({ criterion }) => criterion),
    })),
  }));
}

function reviewItems(snapshot: WorkspaceSnapshot, today: CalendarDate): ReviewItem[] {
  const items = snapshot.markdown.filter((facts) => isReviewed(facts, snapshot)).map((facts) => reviewItem(facts, today));
  return items.sort((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.path, b.path));
}

/** Whether reviews of a document are asked for: its type knows them, and it is still in use. */
function isReviewed(facts: DocumentFacts, { types }: WorkspaceSnapshot): boolean {
  return types.get(facts.type ?? '')?.tree.properties.has('review_in') === true && !isWithdrawn(facts);
}

function reviewItem(facts: DocumentFacts, today: CalendarDate): ReviewItem {
  const due = reviewDue(facts);
  return {
    path: facts.path,
    title: titleOf(facts),
    owner: fieldText(facts, 'owner'),
    lastReviewed: fieldText(facts, 'last_reviewed_on'),
    due,
    standing: due === undefined ? 'none' : due < today ? 'overdue' : daysBetween(today, due) <= SOON ? 'soon' : 'later',
  };
}

function sourceItems(snapshot: WorkspaceSnapshot): SourceItem[] {
  return snapshot.sources.map((source) => ({
    id: source.id,
    label: labelOf(source, snapshot),
    title: source.title,
    points: source.points.map(({ id, says }) => ({ id, says })),
    citedBy: documentsCiting(source, snapshot).map((facts) => ({ path: facts.path, title: titleOf(facts) })),
    verified: source.verified,
    supersededBy: source.supersededBy,
  }));
}
