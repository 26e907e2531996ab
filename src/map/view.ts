import {
  type ApplicationCoverage,
  type CriterionCoverage,
  coverageOf,
  coverageOfApplication,
  type MatrixCell,
} from '../core/coverage/coverage.js';
import { type ElementKind, elementsOf, type Framework, type FrameworkElement, findCurrent } from '../core/model/framework.js';
import type { Application } from '../core/workspace/application.js';
import { fieldsOf } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { textsAt } from '../core/yaml/value.js';
import { applicationMap, frameworkMap } from './map-ids.js';
import { NO_GUIDANCE } from './no-guidance.js';
import type {
  DestinationMapView,
  MapApplication,
  MapAttribute,
  MapCell,
  MapClaim,
  MapCounts,
  MapCriterion,
  MapDomain,
  MapElement,
  MapFramework,
  MapName,
} from './types.js';

/** The maps of a root, in the order of {@link mapViews}. */
export function mapNames(snapshot: WorkspaceSnapshot): MapName[] {
  const applications = snapshot.applications.filter(({ framework }) => framework !== undefined);
  return [
    ...applications.map(({ key, title }) => ({ id: applicationMap(key), title })),
    ...unapplied(snapshot).map(({ key, title }) => ({ id: frameworkMap(key), title })),
  ];
}

/**
 * The view of one map; undefined where the root has none of that id.
 * @param today the day by which reviews are judged, as YYYY-MM-DD
 */
export function mapView(snapshot: WorkspaceSnapshot, id: string, today: string): DestinationMapView | undefined {
  const application = snapshot.applications.find(({ key, framework }) => framework !== undefined && applicationMap(key) === id);
  if (application?.framework) {
    return applicationView(coverageOfApplication(application, snapshot), application.framework, snapshot, today);
  }
  const alone = unapplied(snapshot).find(({ key }) => frameworkMap(key) === id);
  return alone && emptyView(alone);
}

/**
 * The views of a guidance root: one per application, in the order of their documents' paths, then one for each
 * framework that no application applies.
 * @param today the day by which reviews are judged, as YYYY-MM-DD
 */
export function mapViews(snapshot: WorkspaceSnapshot, today: string): DestinationMapView[] {
  const applications = coverageOf(snapshot).applications.flatMap((coverage, index) => {
    const { framework } = snapshot.applications[index] ?? {};
    return framework ? [applicationView(coverage, framework, snapshot, today)] : [];
  });
  return [...applications, ...unapplied(snapshot).map(emptyView)];
}

function unapplied(snapshot: WorkspaceSnapshot): Framework[] {
  const applied = new Set(snapshot.applications.map((application: Application) => application.framework));
  return snapshot.frameworks.filter((framework) => !applied.has(framework));
}

function applicationView(
  coverage: ApplicationCoverage,
  framework: Framework,
  snapshot: WorkspaceSnapshot,
  today: string,
): DestinationMapView {
  const criteria = coverage.criteria.map((criterion) => criterionView(criterion, framework, snapshot, today));
  const application = { key: coverage.application, title: coverage.title, path: coverage.path };
  const served = (kind: ElementKind, key: string) =>
    (kind === 'domain' ? coverage.domains : coverage.attributes).find((element) => element.key === key)?.criteria ?? [];
  return view(framework, application, criteria, served, coverage.matrix);
}

/** A framework on its own: nothing is covered, and no application is to blame. */
export function emptyView(framework: Framework): DestinationMapView {
  const criteria = elementsOf(framework, 'criterion').map((criterion) => ({
    ...about(criterion),
    ...NO_GUIDANCE,
    parts: criterion.parts.map((part) => ({ ...part, state: 'missing' as const })),
  }));
  const matrix = elementsOf(framework, 'attribute').flatMap(({ key: attribute }) =>
    elementsOf(framework, 'domain').map(({ key: domain }) => ({ attribute, domain, claims: [] })),
  );
  return view(framework, undefined, criteria, () => [], matrix);
}

function view(
  framework: Framework,
  application: MapApplication | undefined,
  criteria: readonly MapCriterion[],
  served: (kind: ElementKind, key: string) => readonly string[],
  matrix: readonly MatrixCell[],
): DestinationMapView {
  return {
    framework: frameworkView(framework),
    application,
    domains: elementsOf(framework, 'domain').map((domain) => domainView(domain, framework, served('domain', domain.key))),
    attributes: elementsOf(framework, 'attribute').map((attribute) => attributeView(attribute, served('attribute', attribute.key))),
    audiences: elementsOf(framework, 'audience').map(({ key, title, shortTitle, function: what }) => ({
      key,
      title,
      shortTitle,
      function: what,
    })),
    criteria,
    matrix: matrix.map(cellView),
    counts: countsOf(criteria),
  };
}

function frameworkView(framework: Framework): MapFramework {
  const { key, title, version, description, relations } = framework;
  const frame = framework.frame ?? relations.find((relation) => relation.kind === 'frame')?.title;
  return { key, title, version, description, hub: framework.hub ?? framework.shortTitle, frame, relations };
}

function domainView(domain: FrameworkElement, framework: Framework, criteria: readonly string[]): MapDomain {
  const knowledge = domain.knowledgeDomain && findCurrent(framework, ['knowledge_domain'], domain.knowledgeDomain);
  const { description, requirement } = domain;
  return { ...about(domain), description, requirement, knowledgeDomain: knowledge ? about(knowledge) : undefined, criteria };
}

function attributeView(attribute: FrameworkElement, criteria: readonly string[]): MapAttribute {
  return { ...about(attribute), marked: attribute.marked, criteria };
}

function cellView({ attribute, domain, claims }: MatrixCell): MapCell {
  return { attribute, domain, claims: claims.map(({ criterion, path, basis }) => ({ criterion, path, basis })) };
}

function criterionView(criterion: CriterionCoverage, framework: Framework, snapshot: WorkspaceSnapshot, today: string): MapCriterion {
  const { because, state, status, path, reviewDue, parts } = criterion;
  const facts = path === undefined ? undefined : snapshot.facts(path);
  return {
    ...about(criterion),
    state,
    because,
    status,
    path,
    audiences: facts ? keysOf(framework, 'audience', textsAt(fieldsOf(facts), 'audiences')) : [],
    parts,
    serves: criterion.claims.flatMap((claim): MapClaim[] => {
      const domain = findCurrent(framework, ['domain'], claim.domain);
      if (!domain) return [];
      const attributes = keysOf(framework, 'attribute', claim.attributes);
      return [{ domain: domain.key, basis: claim.basis, attributes, because: claim.because }];
    }),
    reviewDue,
    overdue: reviewDue !== undefined && reviewDue < today,
    gaps: criterion.gaps.map(({ about: what, section, because: why }) => ({ about: what, section, because: why })),
    unfilled: criterion.unfilled,
    sources: criterion.sources.length,
  };
}

/** The current keys that keys, old keys or numbers name, each once; those that name nothing are left out. */
function keysOf(framework: Framework, kind: ElementKind, names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => findCurrent(framework, [kind], name)?.key ?? []))];
}

function about({ key, number, title, shortTitle }: MapElement): MapElement {
  return { key, number, title, shortTitle };
}

function countsOf(criteria: readonly MapCriterion[]): MapCounts {
  const counts = { covered: 0, partial: 0, missing: 0, planned: 0, 'not-applicable': 0, total: criteria.length, overdue: 0, gaps: 0 };
  for (const { state, overdue, gaps } of criteria) {
    counts[state]++;
    counts.overdue += overdue ? 1 : 0;
    counts.gaps += gaps.length;
  }
  return counts;
}
