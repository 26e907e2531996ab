import type { MapCriterion } from '../types.js';
import type { Middle, PlacedDomain } from './domains.js';
import { type Circle, distance, type Point, polar } from './geometry.js';

/** A criterion's disc on the ring. */
interface Disc {
  readonly criterion: Pick<MapCriterion, 'serves'>;
  readonly circle: Circle;
  readonly collar: number;
}

/** A line from a criterion to a core domain that it serves. It crosses nothing: it keeps to the free ring between middle and discs. */
export interface ServedLine {
  readonly domain: PlacedDomain;
  readonly start: Point;
  /** Where it goes round the middle; undefined where the domain lies straight ahead. */
  readonly round: { readonly r: number; readonly from: Point; readonly to: Point; readonly clockwise: boolean } | undefined;
  readonly end: Point;
}

/** How far lines that run side by side are apart. */
const APART = 5;
/** How far a line ends before what it leads to. */
const CLEAR = 3;
/** Where on a domain's outer side, from its middle, lines arrive that come round: there it is near. */
const ARRIVAL = 0.4;
/** Half the width of a domain's outline. */
const OUTLINE = 2.25;

/** The width of the free ring that the lines to so many domains need. */
export function laneRoom(domains: number): number {
  return 6 + APART * lanesFor(domains);
}

/** The most lines that run side by side: no more than half of the domains are reached by the same way round. */
function lanesFor(domains: number): number {
  return domains < 2 ? 0 : Math.ceil(domains / 2);
}

/**
 * The lines from a criterion to the domains that it serves. One ahead is reached straight, the others by the shorter way round
 * the middle; those that are further away turn first, so that no line crosses another.
 */
export function servedLines({ criterion, circle, collar }: Disc, middle: Middle): ServedLine[] {
  const served = middle.domains.filter(({ domain }) => criterion.serves.some((claim) => claim.domain === domain.key));
  const angle = Math.atan2(circle.y, circle.x);
  const ring = distance(circle) - collar;
  const ways = served.map((domain) => ({ domain, away: turn(domain.angle - angle), reach: reachOf(domain, middle.domains.length) }));
  const turning = ways.filter(({ away, reach }) => Math.abs(away) > reach);
  return ways.map((way) => {
    if (!turning.includes(way)) return straight(way.domain, angle, ring);
    const nearer = turning.filter(({ away }) => away * way.away > 0 && Math.abs(away) < Math.abs(way.away));
    return around({ ...way, angle, ring, before: nearer.length }, middle);
  });
}

function straight(domain: PlacedDomain, angle: number, ring: number): ServedLine {
  return { domain, start: polar(angle, ring), round: undefined, end: polar(angle, edgeOf(domain, angle) + CLEAR) };
}

interface Way {
  readonly domain: PlacedDomain;
  readonly angle: number;
  readonly ring: number;
  readonly away: number;
  readonly reach: number;
  /** How many lines keep nearer to the middle. */
  readonly before: number;
}

function around({ domain, angle, ring, away, reach, before }: Way, middle: Middle): ServedLine {
  const side = Math.sign(away);
  const lanes = lanesFor(middle.domains.length);
  const r = (middle.r + ring) / 2 + (before - (lanes - 1) / 2) * APART;
  const leaves = angle + (side * (before + 1) * APART) / ring;
  const arrives = domain.angle - side * reach * ARRIVAL;
  return {
    domain,
    start: polar(leaves, ring),
    round: { r, from: polar(leaves, r), to: polar(arrives, r), clockwise: side > 0 },
    end: polar(arrives, edgeOf(domain, arrives) + CLEAR),
  };
}

/** How far to each side of a domain's middle it lies straight ahead: where its own outer side is what a line meets first. */
function reachOf({ circle }: PlacedDomain, count: number): number {
  const half = Math.asin(Math.min(1, circle.r / Math.max(circle.r, distance(circle))));
  return 0.75 * Math.min(Math.PI / Math.max(2, count), half);
}

/** How far from the centre a domain's outer edge is in some direction: that of its knowledge domain where there is one. */
function edgeOf({ angle, circle, band }: PlacedDomain, direction: number): number {
  const from = distance(circle);
  const delta = turn(direction - angle);
  const hit = (r: number) => from * Math.cos(delta) + Math.sqrt(Math.max(0, r * r - (from * Math.sin(delta)) ** 2));
  if (!band) return hit(circle.r + OUTLINE);
  const outer = hit(band.outer);
  const point = polar(direction, outer);
  const seen = Math.abs(turn(Math.atan2(point.y - circle.y, point.x - circle.x) - angle));
  return seen <= (band.to - band.from) / 2 ? outer : hit(circle.r + OUTLINE);
}

/** An angle as the shorter turn to it, from −π to π. */
function turn(angle: number): number {
  const whole = 2 * Math.PI;
  const positive = ((angle % whole) + whole) % whole;
  return positive > Math.PI ? positive - whole : positive;
}
