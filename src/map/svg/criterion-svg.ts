import { filterData } from '../filter-data.js';
import { angleOf, type Circle, type Point, polar, radians } from '../layout/geometry.js';
import type { PlacedLabel } from '../layout/labels.js';
import type { PlacedCriterion } from '../layout/placed-criterion.js';
import type { ServedLine } from '../layout/served-lines.js';
import { rounded, tag } from '../markup.js';
import type { DestinationMapView, MapCriterion } from '../types.js';
import { criterionName, servedDomains } from '../words.js';
import { arcPath, at, type Drawing, domainClass, focusRings, labelInCircle, shape, textLines } from './parts.js';

/**
 * A criterion: its disc filled by its state, a collar of the domains that it serves, its label, its marks.
 * @param lines the lines to those domains: they stand before the link and outside it, and show only while it is pointed at or focused
 */
export function criterionSvg(placed: PlacedCriterion, lines: readonly DrawnLine[], view: DestinationMapView, drawing: Drawing): string {
  const { criterion, circle, collar, label } = placed;
  const attributes = { ...filterData(criterion, view), class: 'dm-criterion' } as Record<string, string | undefined>;
  const interactive = drawing.variant === 'interactive';
  const drawn = shape(
    drawing,
    { kind: 'criterion', key: criterion.key },
    criterionName(criterion, view),
    attributes,
    label && interactive ? hitSvg(circle, collar, label) : '',
    discSvg(criterion, circle, collar, view, drawing.idPrefix),
    label ? leaderSvg(label.leader) + textLines(label.label, 'dm-label') : '',
    interactive ? focusRings({ ...circle, r: collar }) : '',
  );
  return interactive && lines.length > 0 ? tag('g', { class: 'dm-place' }, edges(lines), drawn) : drawn;
}

/** A line to a domain, with the place of that domain among all. */
export interface DrawnLine extends ServedLine {
  readonly index: number;
}

/** The disc alone, with collar, rim, number and marks: the legend draws it too. */
export function discSvg(criterion: MapCriterion, circle: Circle, collar: number, view: DestinationMapView, idPrefix: string): string {
  const hasRim = criterion.parts.length > 0;
  const inner = { ...circle, r: hasRim ? circle.r * 0.8 : circle.r };
  return [
    tag('circle', { class: 'dm-hit', cx: circle.x, cy: circle.y, r: collar }),
    ...collarArcs(criterion, circle, collar, view),
    fillSvg(criterion, inner, idPrefix),
    ...(hasRim ? rimSegments(criterion, circle) : []),
    labelInCircle(criterion.number ?? '•', { ...circle, r: (circle.r + inner.r) / 2 }, `dm-number dm-number-${criterion.state}`),
    criterion.overdue ? overdueMark(circle, collar) : '',
  ].join('');
}

/** An arc at the compass position of each domain that is served; thin where no source stands behind the claim. */
function collarArcs(criterion: MapCriterion, circle: Circle, collar: number, view: DestinationMapView): string[] {
  const half = (Math.PI / Math.max(2, view.domains.length)) * 0.8;
  const full = collar * 0.15;
  return servedDomains(criterion, view).map(({ domain, editorial }) => {
    const index = view.domains.indexOf(domain);
    const angle = angleOf(index, view.domains.length);
    const path = arcPath(circle, collar - full / 2, angle - half, angle + half);
    return tag('path', { class: `dm-collar ${domainClass(index)}`, d: path, 'stroke-width': editorial ? full * 0.4 : full });
  });
}

function fillSvg({ state }: MapCriterion, { x, y, r }: Circle, idPrefix: string): string {
  const disc = tag('circle', {
    class: `dm-disc dm-disc-${state}`,
    cx: x,
    cy: y,
    r,
    'stroke-width': r * 0.085,
    'stroke-dasharray': state === 'planned' ? `${rounded(r * 0.26)} ${rounded(r * 0.17)}` : undefined,
    fill: state === 'not-applicable' ? `url(#${idPrefix}-hatch)` : undefined,
  });
  const plate = tag('circle', { class: 'dm-plate', cx: x, cy: y, r: r * 0.66 });
  if (state === 'partial') {
    const half = `${arcPath({ x, y }, r, Math.PI / 2, (3 * Math.PI) / 2)}Z`;
    return disc + tag('path', { class: 'dm-half', d: half }) + plate;
  }
  return state === 'not-applicable' ? disc + plate : disc;
}

/** One segment for each part, clockwise from the top: thick and whole where it is covered, broken where partly, thin where missing. */
function rimSegments({ parts }: MapCriterion, { x, y, r }: Circle): string[] {
  const gap = parts.length > 1 ? radians(9) : 0;
  return parts.map((part, index) => {
    const from = angleOf(index, parts.length) + gap;
    const to = angleOf(index + 1, parts.length) - gap;
    const d = arcPath({ x, y }, r, from, parts.length === 1 ? to - 0.01 : to);
    const dash = part.state === 'partial' || part.state === 'planned' ? `${rounded(r * 0.16)} ${rounded(r * 0.12)}` : undefined;
    const width = part.state === 'covered' || part.state === 'partial' ? 0.16 : 0.05;
    return tag('path', { class: 'dm-rim', d, 'stroke-width': r * width, 'stroke-dasharray': dash });
  });
}

function overdueMark({ x, y }: Circle, collar: number): string {
  const centre = polar(radians(-45), collar * 0.94);
  const r = collar * 0.28;
  const mark = { x: x + centre.x, y: y + centre.y, r };
  return tag('circle', { class: 'dm-overdue', cx: mark.x, cy: mark.y, r }) + labelInCircle('!', { ...mark, r: r * 1.5 }, 'dm-overdue-text');
}

function leaderSvg(leader: readonly Point[]): string {
  if (leader.length === 0) return '';
  return tag('path', { class: 'dm-leader', d: linePath(leader) });
}

function linePath(points: readonly Point[]): string {
  return `M${points.map((point) => at(point, { x: 0, y: 0 })).join('L')}`;
}

/** What can be hit beside the disc: the label's whole box, and a broad way there by the middle of both, where some tools point. */
function hitSvg({ x, y }: Circle, collar: number, { label: { box } }: PlacedLabel): string {
  const r = collar + FOCUS_REACH;
  const left = Math.min(x - r, box.x);
  const top = Math.min(y - r, box.y);
  const right = Math.max(x + r, box.x + box.width);
  const bottom = Math.max(y + r, box.y + box.height);
  const way = [
    { x, y },
    { x: (left + right) / 2, y: (top + bottom) / 2 },
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
  ];
  return (
    tag('rect', { class: 'dm-hit', x: box.x, y: box.y, width: box.width, height: box.height }) +
    tag('path', { class: 'dm-hit', d: linePath(way), 'stroke-width': HIT_WIDTH })
  );
}

/** How far the rings of the focus reach beyond a collar. */
const FOCUS_REACH = 9.5;
const HIT_WIDTH = 24;

function edges(lines: readonly DrawnLine[]): string {
  const origin = { x: 0, y: 0 };
  const paths = lines.map(({ index, start, round, end }) => {
    const arc =
      round && `L${at(origin, round.from)}A${rounded(round.r)} ${rounded(round.r)} 0 0 ${round.clockwise ? 1 : 0} ${at(origin, round.to)}`;
    return tag('path', { class: `dm-edge ${domainClass(index)}`, d: `M${at(origin, start)}${arc ?? ''}L${at(origin, end)}` });
  });
  return tag('g', { class: 'dm-edges', 'aria-hidden': 'true' }, ...paths);
}
