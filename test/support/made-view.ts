import type { DestinationMapView, MapCriterion } from '../../src/map/types.js';

/** What a made view has beside its titles. */
export interface MadeView {
  readonly knowledge?: boolean;
  readonly hub?: string;
  readonly frame?: string;
  readonly criterion?: Partial<MapCriterion>;
}

/** A view with the titles given, for what does not depend on documents. */
export function madeView(domains: readonly string[], criteria: readonly string[], made: MadeView = {}): DestinationMapView {
  const element = (key: string, title: string, number?: string) => ({ key, number, title, shortTitle: title });
  return {
    framework: {
      key: 'made',
      title: 'Made',
      version: '1',
      description: undefined,
      hub: made.hub ?? 'The middle of everything',
      frame: made.frame ?? 'All of it',
      relations: [{ key: 'round', title: 'Round and round', kind: 'cycle', description: undefined, steps: [...domains] }],
    },
    application: { key: 'app', title: 'An application', path: 'app/index.md' },
    domains: domains.map((title, index) => ({
      ...element(`d${index}`, title),
      description: undefined,
      requirement: undefined,
      knowledgeDomain: made.knowledge ? element(`k${index}`, `${title} theory`) : undefined,
      criteria: [],
    })),
    attributes: [],
    audiences: [],
    criteria: criteria.map((title, index) => ({
      ...element(`c${index}`, title, String(index + 1)),
      state: 'covered',
      because: undefined,
      status: 'published',
      path: `app/c${index}.md`,
      audiences: [],
      parts: [],
      serves: [],
      reviewDue: undefined,
      overdue: false,
      gaps: [],
      unfilled: [],
      sources: 1,
      ...made.criterion,
    })),
    matrix: [],
    counts: {
      covered: criteria.length,
      partial: 0,
      missing: 0,
      planned: 0,
      'not-applicable': 0,
      total: criteria.length,
      overdue: 0,
      gaps: 0,
    },
  };
}
