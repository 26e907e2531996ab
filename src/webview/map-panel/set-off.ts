import { TO_WRITE } from '../../map/filter-data.js';
import type { PanelElement } from '../../map/panel/messages.js';
import type { DestinationMapView } from '../../map/types.js';
import { criterionName, numbered } from '../../map/words.js';
import { showMatching } from '../matching.js';
import type { Panel } from './panel.js';
import { choiceValue } from './panel-html.js';
import { placeStops } from './ring.js';
import { hrefOf } from './target-href.js';

/**
 * Puts into a page that has just been made what depends on the reader: what is chosen and filtered, where Tab leads, and what the
 * cursor is at.
 * @returns how many criteria are shown, where filters are set
 */
export function setOff(page: ParentNode, panel: Panel): { readonly shown: number; readonly all: number } | undefined {
  const { state, view, element } = panel;
  choose(page, panel);
  const filters = new Map(Object.entries(state.filters).filter(([name]) => page.querySelector(`select[name="${CSS.escape(name)}"]`)));
  const counts = showMatching(page, filters, (one) => !state.missing || isUnfinished(one));
  placeStops(page, panel.stops);
  for (const drawing of page.querySelectorAll('.pn-map svg')) {
    drawing.setAttribute('aria-describedby', `${drawing.getAttribute('aria-describedby') ?? ''} pn-keys`);
  }
  if (view && element && element.framework === view.framework.key) markCurrent(page, element, view);
  return filters.size > 0 ? counts : undefined;
}

function choose(page: ParentNode, { state }: Panel): void {
  const { choice, filters } = state;
  for (const select of page.querySelectorAll('select')) {
    const wanted = select.id === 'pn-choose' ? choice && choiceValue(choice.root, choice.map) : filters[select.name];
    for (const option of select.options) if (option.value === wanted) option.setAttribute('selected', '');
  }
}

function isUnfinished({ dataset }: HTMLElement | SVGElement): boolean {
  return (dataset['lacks'] ?? '').split(' ').some((lack) => TO_WRITE.includes(lack));
}

/** Not by colour alone: a ring round the shape, a bar beside the item, and `aria-current` for who hears it. */
function markCurrent(page: ParentNode, element: PanelElement, view: DestinationMapView): void {
  const { kind, key } = element;
  const target = kind === undefined || key === undefined ? ({ kind: 'hub', key: view.framework.key } as const) : { kind, key };
  const href = hrefOf(target as Parameters<typeof hrefOf>[0]);
  for (const link of page.querySelectorAll(`a[href="${CSS.escape(href)}"]`)) link.setAttribute('aria-current', 'location');
  if (kind !== 'criterion' || key === undefined) return;
  for (const item of page.querySelectorAll(`li[data-criterion="${CSS.escape(key)}"]`)) item.setAttribute('data-current', '');
}

/** What the cursor is at, in words: a short name for the eye, and everything that the map shows of it for the ear. */
export function elementName(
  element: PanelElement | undefined,
  view: DestinationMapView | undefined,
): { short: string; long: string } | undefined {
  if (!element || !view || element.framework !== view.framework.key) return undefined;
  const { kind, key } = element;
  if (kind === undefined) return both(view.framework.hub);
  const criterion = kind === 'criterion' && view.criteria.find((one) => one.key === key);
  if (criterion) return { short: numbered(criterion), long: criterionName(criterion, view) };
  const other =
    kind === 'domain'
      ? view.domains.find((one) => one.key === key)
      : kind === 'attribute'
        ? view.attributes.find((one) => one.key === key)
        : view.domains.find((one) => one.knowledgeDomain?.key === key)?.knowledgeDomain;
  return other && both(numbered(other));
}

function both(name: string): { short: string; long: string } {
  return { short: name, long: name };
}
