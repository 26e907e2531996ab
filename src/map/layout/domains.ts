import type { MapDomain } from '../types.js';
import { smallestCircle, type Wrapped, wrappings } from './circle-text.js';
import { angleOf, boxAround, type Circle, cornersOf, distance, nearestIn, type Point, polar, radians, type TextBlock } from './geometry.js';
import { type TextStyle, wrapText } from './measure.js';

/** How large the middle of a map is drawn. */
export interface MiddleSizes {
  readonly domain: TextStyle;
  readonly hub: TextStyle;
  /** The hub's radius where its name has to stand elsewhere. */
  readonly hubRadius?: number;
  /** Undefined where the bands of knowledge domains are too thin for their names. */
  readonly band: TextStyle | undefined;
  /** Below a domain's name, how many criteria serve it; undefined where there is no room for it. */
  readonly note: TextStyle | undefined;
  readonly leastRadius: number;
  /** How wide the ring round the hub is that holds the arrows of the cycle; 0 for none. */
  readonly cycle: number;
}

/** A core domain's circle with its name, and its knowledge domain's band. */
export interface PlacedDomain {
  readonly domain: MapDomain;
  readonly angle: number;
  readonly circle: Circle;
  readonly label: TextBlock;
  readonly note: TextBlock | undefined;
  readonly band: PlacedBand | undefined;
}

/** An arc that hugs the outer side of a domain's circle. */
export interface PlacedBand {
  readonly centre: Point;
  readonly inner: number;
  readonly outer: number;
  /** Where it begins and ends, in radians clockwise from the right. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly { readonly text: string; readonly r: number }[];
  /** Whether its text runs against the clock, so that nobody has to read it upside down. */
  readonly reversed: boolean;
  readonly size: number;
}

/** The middle of a map. */
export interface Middle {
  readonly hub: Circle & { readonly label: TextBlock };
  /** The radius of the hub with the ring of arrows. */
  readonly hubOuter: number;
  readonly domains: readonly PlacedDomain[];
  /** The radius of everything together. */
  readonly r: number;
}

const LINE = 1.22;
const BAND_GAP = 5;
const THIN_BAND = 10;
const HALF_SPAN = radians(62);
const CLEAR = 6;

/** Places hub, core domains and knowledge domains round 0, 0: as small as their names allow. */
export function layoutMiddle(hub: string, domains: readonly MapDomain[], sizes: MiddleSizes): Middle {
  const lineHeight = sizes.hub.size * LINE;
  const text = smallestCircle(hub, sizes.hub, lineHeight);
  const r = sizes.hubRadius ?? text.r + CLEAR;
  const hubOuter = r + sizes.cycle;
  const box = { x: -text.width / 2, y: -text.height / 2, width: text.width, height: text.height };
  const placed = placeDomains(domains, hubOuter, sizes);
  return {
    hub: { x: 0, y: 0, r, label: { lines: text.lines, box, anchor: 'middle', size: sizes.hub.size, lineHeight } },
    hubOuter,
    domains: placed,
    r: Math.max(hubOuter, ...placed.map(reachOf)),
  };
}

function reachOf({ circle, band }: PlacedDomain): number {
  return distance(circle) + (band?.outer ?? circle.r);
}

/** The smallest circles, all alike, that hold every name without touching the hub or each other. */
function placeDomains(domains: readonly MapDomain[], hubOuter: number, sizes: MiddleSizes): PlacedDomain[] {
  const ways = domains.map((domain) => wrappings(domain.shortTitle, sizes.domain, sizes.domain.size * LINE));
  const angles = domains.map((_, index) => angleOf(index, domains.length));
  for (let radius = sizes.leastRadius; ; radius += Math.max(2, radius * 0.02)) {
    const from = distanceOf(radius, domains.length, hubOuter);
    const labels = labelsAt(angles, { from, radius, hubOuter }, ways, sizes);
    const bands = domains.map((domain, index) => bandOf(domain, angles[index] ?? 0, from, radius, sizes));
    if (!labels || !bands.every((band) => band !== 'too long')) continue;
    return domains.flatMap((domain, index) => {
      const label = labels[index];
      const angle = angles[index] ?? 0;
      return label ? [{ domain, angle, circle: { ...polar(angle, from), r: radius }, ...label, band: bands[index] }] : [];
    });
  }
}

interface Circles {
  readonly from: number;
  readonly radius: number;
  readonly hubOuter: number;
}

/** Every domain's name, all equally far from the middle; undefined where they do not all fit. */
function labelsAt(angles: readonly number[], circles: Circles, ways: readonly (readonly Wrapped[])[], sizes: MiddleSizes) {
  for (let shift = 0; shift <= circles.radius / 2; shift += 2) {
    const labels = angles.flatMap((angle, index) => labelAt(angle, shift, circles, ways[index] ?? [], sizes) ?? []);
    if (labels.length === angles.length) return labels;
  }
  return undefined;
}

/** How far the circles' centres are from the middle: they do not touch each other, and the hub covers only their tips. */
function distanceOf(radius: number, count: number, hubOuter: number): number {
  const apart = count < 2 ? 0 : (radius + 4) / Math.sin(Math.PI / count);
  return Math.max(apart, hubOuter + radius * 0.5);
}

/** Where a name fits in its circle, clear of the hub, in as few lines as can be; undefined where no way to break it does. */
function labelAt(
  angle: number,
  shift: number,
  { from, radius, hubOuter }: Circles,
  ways: readonly Wrapped[],
  sizes: MiddleSizes,
): Pick<PlacedDomain, 'label' | 'note'> | undefined {
  const note = sizes.note ? sizes.note.size * LINE + 2 : 0;
  const middle = polar(angle, from);
  for (const way of ways) {
    const whole = boxAround(polar(angle, from + shift), way.width, way.height + note);
    const { size } = sizes.domain;
    const box = { ...whole, height: way.height };
    const label: TextBlock = { lines: way.lines, box, anchor: 'middle', size, lineHeight: size * LINE };
    const below = sizes.note && noteBelow(label, sizes.note);
    const fits = [box, ...(below ? [below.box] : [])].every(
      (one) =>
        cornersOf(one).every(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) <= radius - CLEAR) &&
        distance(nearestIn(one, { x: 0, y: 0 })) >= hubOuter + 4,
    );
    if (fits) return { label, note: below };
  }
  return undefined;
}

function noteBelow({ box }: TextBlock, { size }: TextStyle): TextBlock {
  const lineHeight = size * LINE;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height + 2 + lineHeight / 2 };
  return { lines: [], box: boxAround(centre, size * NOTE_WIDTH, lineHeight), anchor: 'middle', size, lineHeight };
}

/** Room for “17 criteria”. */
const NOTE_WIDTH = 6;

function bandOf(domain: MapDomain, angle: number, from: number, radius: number, sizes: MiddleSizes): PlacedBand | 'too long' | undefined {
  if (!domain.knowledgeDomain) return undefined;
  const style = sizes.band;
  const inner = radius + BAND_GAP;
  // The text of the innermost line has the shortest arc.
  const room = 2 * HALF_SPAN * (inner + 4) - 14;
  const lines = style ? wrapText(domain.knowledgeDomain.shortTitle, room, style) : [];
  if (lines.length > 3) return 'too long';
  const lineHeight = (style?.size ?? 0) * 1.25;
  const outer = inner + (style ? lines.length * lineHeight + 7 : THIN_BAND);
  const reversed = Math.sin(angle) > 0.1;
  return {
    centre: polar(angle, from),
    inner,
    outer,
    from: angle - HALF_SPAN,
    to: angle + HALF_SPAN,
    lines: lines.map((text, line) => ({ text, r: baselineOf(line, reversed, inner, outer, lineHeight) })),
    reversed,
    size: style?.size ?? 0,
  };
}

/** The radius on which a line of text stands: letters point outwards, or inwards where the text is reversed. */
function baselineOf(line: number, reversed: boolean, inner: number, outer: number, lineHeight: number): number {
  return reversed ? inner + 3.5 + (line + 0.8) * lineHeight : outer - 3.5 - (line + 0.8) * lineHeight;
}
