import type { DestinationMapView } from '../types.js';
import { layoutMiddle, type Middle, type MiddleSizes } from './domains.js';
import { angleOf, cornersOf, type Point, polar } from './geometry.js';
import { LABEL_GAP, layoutLabels, nearestToCentre, type PlacedLabel } from './labels.js';
import { laidOutOnce } from './laid-out-once.js';
import type { TextStyle } from './measure.js';
import type { PlacedCriterion } from './placed-criterion.js';
import { laneRoom } from './served-lines.js';

/** The map with every name written out. */
export interface WideLayout {
  readonly middle: Middle;
  readonly criteria: readonly PlacedCriterion[];
  /** The half axes of the ring that frames everything; its name stands outside it. */
  readonly frame: Axes;
  /** Half the width and height of everything. */
  readonly half: Axes;
}

/** Half the width and half the height. */
export interface Axes {
  readonly x: number;
  readonly y: number;
}

/** The room that the frame's name needs outside the frame. */
export const FRAME_BAND = 30;

const LABEL: TextStyle = { size: 17.5 };
const MIDDLE: MiddleSizes = {
  domain: { size: 18.5, bold: true },
  hub: { size: 15.5, bold: true },
  band: { size: 15.5, bold: true },
  note: { size: 15.5 },
  leastRadius: 78,
  cycle: 18,
};
const DISC = 25;
const COLLAR = 36;

/** Places the whole map, for any number of domains and criteria. */
export const wideLayout = laidOutOnce(wideLayoutOf);

/** The ring grows until every label has room. */
function wideLayoutOf(view: DestinationMapView): WideLayout {
  const count = view.criteria.length;
  const width = count <= 20 ? 136 : count <= 36 ? 180 : 240;
  const angles = view.criteria.map((_, index) => angleOf(index, count));
  const texts = view.criteria.map((criterion) => criterion.shortTitle);
  const room = COLLAR + laneRoom(view.domains.length);
  let ring = Math.max(middleOf(view, 1).r + room, (count * (2 * COLLAR + 4)) / (2 * Math.PI));
  let labels: PlacedLabel[] = [];
  for (; ; ring += 12) {
    const r = ring + COLLAR + LABEL_GAP;
    labels = layoutLabels({ texts, angles, r, style: LABEL, width });
    const clear = labels.every(({ leader }) => nearestToCentre(leader) > ring + COLLAR + 1);
    const high = labels.every(({ label: { box } }) => box.y >= -r - box.height - 40 && box.y + box.height <= r + box.height + 40);
    if (clear && high) break;
  }
  const frame = frameAround(
    labels.flatMap(({ label }) => cornersOf(label.box)),
    ring + COLLAR,
  );
  const middle = largestMiddle(view, ring - room);
  const criteria = view.criteria.map((criterion, index): PlacedCriterion => {
    const circle = { ...polar(angles[index] ?? 0, ring), r: DISC };
    const label = labels[index];
    return { criterion, circle, collar: COLLAR, ...(label ? { label } : {}) };
  });
  const margin = view.framework.frame === undefined ? 4 : FRAME_BAND + 4;
  return { middle, criteria, frame, half: { x: frame.x + 4, y: frame.y + margin } };
}

/** The middle with everything in it enlarged by a factor. */
function middleOf(view: DestinationMapView, factor: number): Middle {
  const times = (style: TextStyle | undefined) => style && { ...style, size: style.size * factor };
  const { domain, hub, leastRadius, cycle, band, note } = MIDDLE;
  return layoutMiddle(view.framework.hub, view.domains, {
    domain: { ...domain, size: domain.size * factor },
    hub: { ...hub, size: hub.size * factor },
    band: times(band),
    note: times(note),
    leastRadius: leastRadius * factor,
    cycle: hasCycle(view) ? cycle * factor : 4,
  });
}

/** The middle that fills its place best: where there are many criteria, the ring leaves more room than it needs. */
function largestMiddle(view: DestinationMapView, r: number): Middle {
  for (const factor of [1.6, 1.5, 1.4, 1.3, 1.2, 1.1]) {
    const middle = middleOf(view, factor);
    if (middle.r <= r) return middle;
  }
  return middleOf(view, 1);
}

/**
 * The ring round all labels: flatter than a circle where labels reach further to the sides than up and down, so that the
 * map does not take more height than it needs.
 */
function frameAround(corners: readonly Point[], least: number): Axes {
  const ratios = [1, 0.96, 0.92, 0.88, 0.84, 0.8];
  const rings = ratios.map((ratio) => {
    const x = Math.max(least / ratio, ...corners.map((corner) => Math.hypot(corner.x, corner.y / ratio))) + 14;
    return { x, y: x * ratio };
  });
  return rings.reduce((best, one) => (one.x * one.y < best.x * best.y ? one : best));
}

/** Whether the framework says that its domains form a cycle. */
export function hasCycle({ framework, domains }: DestinationMapView): boolean {
  return domains.length > 1 && framework.relations.some(({ kind }) => kind === 'cycle');
}
