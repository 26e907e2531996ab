import { tag, textOf } from '../markup.js';
import { NO_GUIDANCE } from '../no-guidance.js';
import { discSvg } from '../svg/criterion-svg.js';
import type { DestinationMapView, MapCriterion, State } from '../types.js';
import { STATE_TITLES } from '../words.js';

const PLAIN: MapCriterion = {
  key: '',
  number: '',
  title: '',
  shortTitle: '',
  parts: [],
  ...NO_GUIDANCE,
};

/**
 * A small disc as the map draws it; only for the eye, words stand beside it.
 * @param size in CSS pixels
 * @param half how much of the disc's surroundings is shown, from its centre: all of the collar, or the disc alone
 */
export function discIcon(sample: Partial<MapCriterion>, view: DestinationMapView, idPrefix: string, size: number, half = 39): string {
  const criterion = { ...PLAIN, ...sample };
  const hatch = tag(
    'pattern',
    { id: `${idPrefix}-hatch`, width: 7, height: 7, patternUnits: 'userSpaceOnUse' },
    tag('path', { class: 'dm-hatch', d: 'M0 7L7 0M-2 2L2 -2M5 9L9 5' }),
  );
  return tag(
    'svg',
    {
      class: 'dm-svg',
      viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
      width: size,
      height: size,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    criterion.state === 'not-applicable' ? tag('defs', {}, hatch) : '',
    discSvg(criterion, { x: 0, y: 0, r: 25 }, 36, view, idPrefix),
  );
}

/** A state in words, with its disc before it. */
export function stateHtml(state: State, view: DestinationMapView, idPrefix: string): string {
  return tag('span', { class: 'dm-state' }, discIcon({ state }, view, idPrefix, 18, 27), tag('strong', {}, textOf(STATE_TITLES[state])));
}

/** A link where there is an address, else the same text. */
export function linked(href: string | undefined, html: string): string {
  return href === undefined ? html : tag('a', { href }, html);
}
