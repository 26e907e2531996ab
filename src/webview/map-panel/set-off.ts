import { TO_WRITE } from '../../map/filter-data.js';
import type { MapTarget } from '../../map/types.js';
import { showMatching } from '../matching.js';
import { namedElement } from './named-element.js';
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
  const named = namedElement(element, view);
  if (named) markCurrent(page, named.target);
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
function markCurrent(page: ParentNode, target: MapTarget): void {
  for (const link of page.querySelectorAll(`main a[href="${CSS.escape(hrefOf(target))}"]`)) link.setAttribute('aria-current', 'location');
  if (target.kind !== 'criterion') return;
  for (const item of page.querySelectorAll(`li[data-criterion="${CSS.escape(target.key)}"]`)) item.setAttribute('data-current', '');
}
