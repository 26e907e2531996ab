import type { PanelElement } from '../../map/panel/messages.js';
import type { DestinationMapView, MapElement, MapTarget } from '../../map/types.js';
import { criterionName, numbered } from '../../map/words.js';

/** An element of the map that is shown, with its names. */
export interface NamedElement {
  readonly target: MapTarget;
  /** As it stands on the map. */
  readonly short: string;
  /** With everything that the map shows of it, for the ear. */
  readonly long: string;
}

/** What the cursor is at, if it is on this map. */
export function namedElement(element: PanelElement | undefined, view: DestinationMapView | undefined): NamedElement | undefined {
  if (!element || element.framework !== view?.framework.key) return undefined;
  const { kind, key } = element;
  const { framework, domains, attributes, criteria } = view;
  const named = (target: MapTarget, one: MapElement | undefined) => one && { target, short: numbered(one), long: numbered(one) };
  switch (kind) {
    case undefined:
      return { target: { kind: 'hub', key: framework.key }, short: framework.hub, long: framework.hub };
    case 'criterion': {
      const criterion = criteria.find((one) => one.key === key);
      return criterion && { target: { kind, key: criterion.key }, short: numbered(criterion), long: criterionName(criterion, view) };
    }
    case 'domain':
    case 'attribute': {
      const one = (kind === 'domain' ? domains : attributes).find((element) => element.key === key);
      return one && named({ kind, key: one.key }, one);
    }
    case 'knowledge_domain': {
      const one = domains.find(({ knowledgeDomain }) => knowledgeDomain?.key === key)?.knowledgeDomain;
      return one && named({ kind, key: one.key }, one);
    }
    default:
      return undefined;
  }
}
