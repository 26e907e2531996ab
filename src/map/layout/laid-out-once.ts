import type { DestinationMapView } from '../types.js';
import type { Middle } from './domains.js';
import type { PlacedCriterion } from './placed-criterion.js';

/** What every layout has. */
interface Layout {
  readonly middle: Middle;
  readonly criteria: readonly PlacedCriterion[];
}

/**
 * The same layout, made anew only where something is called or numbered otherwise than in the view before: while somebody writes, it is
 * the states that change, and places do not depend on them.
 */
export function laidOutOnce<T extends Layout>(layOut: (view: DestinationMapView) => T): (view: DestinationMapView) => T {
  let last: { readonly names: string; readonly layout: T } | undefined;
  return (view) => {
    const names = namesIn(view);
    if (last?.names !== names) last = { names, layout: layOut(view) };
    return filledWith(last.layout, view);
  };
}

/** Everything that a layout depends on. */
function namesIn({ framework, domains, criteria }: DestinationMapView): string {
  return JSON.stringify([
    framework.hub,
    framework.frame ?? null,
    framework.relations.some(({ kind }) => kind === 'cycle'),
    domains.map(({ shortTitle, knowledgeDomain }) => [shortTitle, knowledgeDomain?.shortTitle ?? null]),
    criteria.map(({ shortTitle }) => shortTitle),
  ]);
}

/** A layout with the elements of a view in their places. */
function filledWith<T extends Layout>(layout: T, { criteria, domains }: DestinationMapView): T {
  return {
    ...layout,
    middle: {
      ...layout.middle,
      domains: layout.middle.domains.map((placed, index) => ({ ...placed, domain: domains[index] ?? placed.domain })),
    },
    criteria: layout.criteria.map((placed, index) => ({ ...placed, criterion: criteria[index] ?? placed.criterion })),
  };
}
