import type { DestinationMapView, MapCriterion } from '../types.js';
import { layoutMiddle, type Middle, type MiddleSizes } from './domains.js';
import type { Box, Point, TextBlock } from './geometry.js';
import { laidOutOnce } from './laid-out-once.js';
import { type TextStyle, widestOf, wrapText } from './measure.js';
import type { PlacedCriterion } from './placed-criterion.js';
import { hasCycle } from './wide.js';

/** The map for small screens: the criteria stand in two columns below the domains, each with its name beside its disc. */
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
const NAME: TextStyle = { size: 13.5 };
const NAME_LINE = NAME.size * 1.16;
/** What a disc and its name are apart, and one name from the next. */
const GAP = 6;
/** At a width of 320 pixels less the margins of a page, a disc of this part of the width is 24 pixels wide and a little more. */
const DISC = 0.0455;
const LEAST = 320;
const MARGIN = 9;

/** Places the small map, for any number of domains and criteria. */
export const compactLayout = laidOutOnce(compactLayoutOf);

function compactLayoutOf(view: DestinationMapView): CompactLayout {
  const middle = layoutMiddle(view.framework.hub, view.domains, { ...MIDDLE, cycle: hasCycle(view) ? MIDDLE.cycle : 3 });
  const reach = middle.domains.map(({ circle, band }) => ({ ...circle, r: band?.outer ?? circle.r }));
  const width = Math.max(LEAST, 2 * (MARGIN + Math.max(middle.hubOuter, ...reach.map(({ x, r }) => Math.abs(x) + r))));
  const above = Math.max(middle.hubOuter, ...reach.map(({ y, r }) => r - y));
  const below = Math.max(middle.hubOuter, ...reach.map(({ y, r }) => r + y));
  const frame = view.framework.frame === undefined ? [] : wrapText(view.framework.frame, width - 4 * MARGIN, FRAME);
  const hub = hubBelow(view.framework.hub, below + MARGIN, width);
  const criteria = columnsOf(view, width, width * DISC, hub.box.y + hub.box.height + 1.5 * MARGIN);
  const bottom = Math.max(hub.box.y + hub.box.height, ...criteria.map(bottomOf)) + 1.5 * MARGIN;
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

/** Two columns, the first with one criterion more where they cannot be alike; they are read down. */
function columnsOf({ criteria }: DestinationMapView, width: number, disc: number, top: number): PlacedCriterion[] {
  const collar = disc * 1.36;
  const first = Math.ceil(criteria.length / 2);
  const column = (from: readonly MapCriterion[], left: number) => {
    let y = top;
    return from.map((criterion) => {
      const placed = rowOf(criterion, { x: left, y }, width / 2 - MARGIN, disc, collar);
      y = bottomOf(placed) + GAP;
      return placed;
    });
  };
  return [...column(criteria.slice(0, first), MARGIN - width / 2), ...column(criteria.slice(first), MARGIN / 2)];
}

/** A disc with its name at its right, both in the middle of their row. */
function rowOf(criterion: MapCriterion, { x, y }: Point, width: number, disc: number, collar: number): PlacedCriterion {
  const across = width - 2 * collar - GAP;
  const lines = wrapText(criterion.shortTitle, across, NAME);
  const height = Math.max(2 * collar, lines.length * NAME_LINE);
  const box: Box = {
    x: x + 2 * collar + GAP,
    y: y + (height - lines.length * NAME_LINE) / 2,
    width: Math.min(across, widestOf(lines, NAME)),
    height: lines.length * NAME_LINE,
  };
  const label: TextBlock = { lines, box, anchor: 'start', size: NAME.size, lineHeight: NAME_LINE };
  return { criterion, circle: { x: x + collar, y: y + height / 2, r: disc }, collar, label: { label, leader: [] } };
}

function bottomOf({ circle, collar, label }: PlacedCriterion): number {
  const box = label?.label.box;
  return Math.max(circle.y + collar, box ? box.y + box.height : 0);
}
