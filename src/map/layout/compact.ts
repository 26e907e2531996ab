import type { DestinationMapView } from '../types.js';
import { layoutMiddle, type Middle, type MiddleSizes } from './domains.js';
import type { TextBlock } from './geometry.js';
import { type TextStyle, widestOf, wrapText } from './measure.js';
import { hasCycle, type PlacedCriterion } from './wide.js';

/** The map for small screens: discs carry numbers only, in rows below the domains; names are in the list beside it. */
export interface CompactLayout {
  readonly middle: Middle;
  readonly criteria: readonly PlacedCriterion[];
  readonly width: number;
  /** The top and bottom edges; the domains' centre is 0, 0. */
  readonly top: number;
  readonly bottom: number;
  /** The name of the frame, line by line, above everything. */
  readonly frame: readonly string[];
  readonly frameStyle: TextStyle;
}

const HUB: TextStyle = { size: 14.5, bold: true };
const MIDDLE: MiddleSizes = {
  domain: { size: 15.5, bold: true },
  hub: HUB,
  hubRadius: 19,
  band: undefined,
  note: undefined,
  leastRadius: 46,
  cycle: 13,
};
const FRAME: TextStyle = { size: 13.5, bold: true };
/** At a width of 320 pixels less the margins of a page, a disc of this part of the width is 24 pixels wide and a little more. */
const DISC = 0.0455;
const LEAST = 320;
const MARGIN = 9;

/** Places the small map, for any number of domains and criteria. */
export function compactLayout(view: DestinationMapView): CompactLayout {
  const middle = layoutMiddle(view.framework.hub, view.domains, { ...MIDDLE, cycle: hasCycle(view) ? MIDDLE.cycle : 3 });
  const reach = middle.domains.map(({ circle, band }) => ({ ...circle, r: band?.outer ?? circle.r }));
  const width = Math.max(LEAST, 2 * (MARGIN + Math.max(middle.hubOuter, ...reach.map(({ x, r }) => Math.abs(x) + r))));
  const above = Math.max(middle.hubOuter, ...reach.map(({ y, r }) => r - y));
  const below = Math.max(middle.hubOuter, ...reach.map(({ y, r }) => r + y));
  const frame = view.framework.frame === undefined ? [] : wrapText(view.framework.frame, width - 4 * MARGIN, FRAME);
  const hub = hubBelow(view.framework.hub, below + MARGIN, width);
  const criteria = rowsOf(view, width, width * DISC, hub.box.y + hub.box.height + 1.5 * MARGIN);
  const last = criteria.at(-1);
  const bottom = (last ? last.circle.y + last.collar : hub.box.y + hub.box.height) + 1.5 * MARGIN;
  const top = -above - 1.5 * MARGIN - frame.length * FRAME.size * 1.25;
  return { middle: { ...middle, hub: { ...middle.hub, label: hub } }, criteria, width, top, bottom, frame, frameStyle: FRAME };
}

/** The name of the hub below the domains: in the middle it would take the room that the domains need. */
function hubBelow(hub: string, y: number, width: number): TextBlock {
  const lines = wrapText(hub, width - 6 * MARGIN, HUB);
  const lineHeight = HUB.size * 1.22;
  const across = widestOf(lines, HUB);
  return {
    lines,
    box: { x: -across / 2, y, width: across, height: lines.length * lineHeight },
    anchor: 'middle',
    size: HUB.size,
    lineHeight,
  };
}

/** Rows of discs, all rows but the last full, each row centred. */
function rowsOf({ criteria }: DestinationMapView, width: number, disc: number, top: number): PlacedCriterion[] {
  const collar = disc * 1.36;
  const step = 2 * collar + disc * 0.12;
  const most = Math.max(1, Math.floor((width - 1.6 * MARGIN) / step));
  const rows = Math.ceil(criteria.length / most);
  const each = Math.ceil(criteria.length / Math.max(1, rows));
  return criteria.map((criterion, index) => {
    const row = Math.floor(index / each);
    const inRow = Math.min(each, criteria.length - row * each);
    const x = ((index % each) - (inRow - 1) / 2) * step;
    return { criterion, circle: { x, y: top + collar + row * step, r: disc }, collar };
  });
}
