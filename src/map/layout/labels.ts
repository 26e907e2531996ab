import { type Box, distance, nearestIn, type Point, polar, type TextBlock } from './geometry.js';
import { type TextStyle, widestOf, wrapText } from './measure.js';

/** A label beside its disc, with the line that leads there where they are apart. */
export interface PlacedLabel {
  readonly label: TextBlock;
  /** Empty where the label stands at its disc. */
  readonly leader: readonly Point[];
}

/** What is to be labelled: texts by the angle of their disc, and the circle that no label may enter. */
export interface LabelRequest {
  readonly texts: readonly string[];
  readonly angles: readonly number[];
  /** The radius that holds every disc. */
  readonly r: number;
  readonly style: TextStyle;
  readonly width: number;
}

interface Item {
  readonly index: number;
  readonly angle: number;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** How far the circle that labels keep clear of is from the discs. */
export const LABEL_GAP = 12;

const GAP = 7;
const LINE = 1.16;
/** A disc at the very top or bottom has its label above or below it. */
const UPRIGHT = 0.001;

/**
 * Places labels outside a ring: above the topmost disc, below the lowest, else beside it. Each side's labels are moved apart
 * as little as it takes. Since every label stays outside the circle and every leader inside it, none crosses another.
 */
export function layoutLabels(request: LabelRequest): PlacedLabel[] {
  const { style, r } = request;
  const items = request.texts.map((text, index): Item => {
    const lines = wrapText(text, request.width, style);
    const height = lines.length * style.size * LINE;
    return { index, angle: request.angles[index] ?? 0, lines, width: widestOf(lines, style), height };
  });
  const upright = items.filter(({ angle }) => Math.abs(Math.cos(angle)) < UPRIGHT);
  const boxes = new Map<Item, Box>();
  for (const item of upright) boxes.set(item, uprightBox(item, r));
  for (const side of [1, -1] as const) {
    const beside = items.filter((item) => !upright.includes(item) && Math.sign(Math.cos(item.angle)) === side);
    for (const [item, box] of sideBoxes(beside, side, request, [...boxes.values()].slice(0, upright.length))) boxes.set(item, box);
  }
  return items.map((item) => placed(item, boxes.get(item) ?? uprightBox(item, r), upright.includes(item), request));
}

function uprightBox({ angle, width, height }: Item, r: number): Box {
  return { x: -width / 2, y: Math.sin(angle) < 0 ? -r - height : r, width, height };
}

/** The boxes of one side (1 the right, -1 the left), from the top. */
function sideBoxes(items: readonly Item[], side: 1 | -1, { r }: LabelRequest, taken: readonly Box[]): Map<Item, Box> {
  const inOrder = [...items].sort((a, b) => Math.sin(a.angle) - Math.sin(b.angle));
  const wanted = inOrder.map(({ angle, height }) => Math.sin(angle) * (r + height / 2));
  const centres = apart(
    wanted,
    inOrder.map(({ height }) => height),
  );
  return new Map(
    inOrder.map((item, index) => {
      const y = (centres[index] ?? 0) - item.height / 2;
      const x = clearOf(y, item.height, r, taken);
      return [item, { x: side === 1 ? x : -x - item.width, y, width: item.width, height: item.height }] as const;
    }),
  );
}

/** How far from the middle a label has to begin to be clear of the ring and of what is above and below it. */
function clearOf(y: number, height: number, r: number, taken: readonly Box[]): number {
  const nearest = y > 0 ? y : Math.min(0, y + height);
  const ring = Math.abs(nearest) >= r ? 0 : Math.sqrt(r * r - nearest * nearest);
  const beside = taken.filter((box) => y < box.y + box.height + GAP && box.y < y + height + GAP);
  return Math.max(ring, GAP, ...beside.map((box) => box.x + box.width + 2 * GAP));
}

/**
 * Centres as near as possible to those that are wanted, of boxes one above the other that do not touch: the least squares
 * solution by pooling adjacent violators.
 */
function apart(wanted: readonly number[], heights: readonly number[]): number[] {
  const offsets: number[] = [];
  for (let index = 0; index < wanted.length; index++) {
    const before = heights[index - 1];
    offsets.push(before === undefined ? 0 : (offsets[index - 1] ?? 0) + (before + (heights[index] ?? 0)) / 2 + GAP);
  }
  const pools: { sum: number; count: number }[] = [];
  for (const [index, value] of wanted.entries()) {
    let pool = { sum: value - (offsets[index] ?? 0), count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const starts = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return starts.map((start, index) => start + (offsets[index] ?? 0));
}

function placed(item: Item, box: Box, isUpright: boolean, { r, style }: LabelRequest): PlacedLabel {
  const anchor = isUpright ? 'middle' : Math.cos(item.angle) > 0 ? 'start' : 'end';
  const label: TextBlock = { lines: item.lines, box, anchor, size: style.size, lineHeight: style.size * LINE };
  const start = polar(item.angle, r - LABEL_GAP + 2);
  const end = nearestIn(box, start);
  const away = Math.hypot(end.x - start.x, end.y - start.y);
  if (isUpright || away < LABEL_GAP + 9) return { label, leader: [] };
  const x = anchor === 'start' ? box.x - 3 : box.x + box.width + 3;
  const y = Math.min(Math.max(start.y, box.y + style.size * 0.55), box.y + box.height - style.size * 0.5);
  return { label, leader: [start, { x, y }] };
}

/** How near to the centre a line comes. */
export function nearestToCentre(line: readonly Point[]): number {
  const [from, to] = line;
  if (!from || !to) return Number.POSITIVE_INFINITY;
  const { x, y } = { x: to.x - from.x, y: to.y - from.y };
  const length = x * x + y * y;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(from.x * x + from.y * y) / length));
  return distance({ x: from.x + along * x, y: from.y + along * y });
}
