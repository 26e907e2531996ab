import { NO_GUIDANCE } from '../../map/no-guidance.js';
import type { DestinationMapView, MapCriterion } from '../../map/types.js';
import { emptyView, mapViews } from '../../map/view.js';
import type { PageIndex } from './page-index.js';

/**
 * The views of the map as the site may show them: of documents that are kept off it they tell that something is being
 * written, and nothing of what it says.
 */
export function siteViews(index: PageIndex, today: string): DestinationMapView[] {
  const all = mapViews(index.snapshot, today);
  const shown = all.filter(({ application }) => application === undefined || index.has(application.path));
  const without = index.snapshot.frameworks.filter((framework) => !shown.some((view) => view.framework.key === framework.key));
  return [...shown.map((view) => withoutDrafts(view, index)), ...without.map(emptyView)];
}

function withoutDrafts(view: DestinationMapView, index: PageIndex): DestinationMapView {
  if (view.criteria.every(({ path }) => path === undefined || index.has(path))) return view;
  const criteria = view.criteria.map((criterion) =>
    criterion.path === undefined || index.has(criterion.path) ? criterion : beingWritten(criterion),
  );
  const serves = new Set(criteria.filter(({ path }) => path !== undefined).map(({ key }) => key));
  const kept = <T extends { readonly criteria: readonly string[] }>(element: T): T => ({
    ...element,
    criteria: element.criteria.filter((key) => serves.has(key)),
  });
  return {
    ...view,
    criteria,
    domains: view.domains.map(kept),
    attributes: view.attributes.map(kept),
    matrix: view.matrix.map((cell) => ({ ...cell, claims: cell.claims.filter(({ criterion }) => serves.has(criterion)) })),
    counts: countsOf(view, criteria),
  };
}

function beingWritten(criterion: MapCriterion): MapCriterion {
  return {
    ...criterion,
    ...NO_GUIDANCE,
    state: 'planned',
    because: 'Guidance is being written.',
    parts: criterion.parts.map((part) => ({ ...part, state: 'planned' })),
  };
}

function countsOf({ counts }: DestinationMapView, criteria: readonly MapCriterion[]): DestinationMapView['counts'] {
  const count = (state: MapCriterion['state']) => criteria.filter((criterion) => criterion.state === state).length;
  return {
    ...counts,
    covered: count('covered'),
    partial: count('partial'),
    missing: count('missing'),
    planned: count('planned'),
    'not-applicable': count('not-applicable'),
    overdue: criteria.filter(({ overdue }) => overdue).length,
    gaps: criteria.reduce((sum, { gaps }) => sum + gaps.length, 0),
  };
}
