import { type Circle, type Point, polar, type TextBlock } from '../layout/geometry.js';
import { widthOf } from '../layout/measure.js';
import { rounded, tag, textOf } from '../markup.js';
import { DOMAIN_COLOURS } from '../tokens.js';
import type { MapLink, MapTarget } from '../types.js';

/** How a map is drawn: as links that can be reached by keyboard, or as one picture. */
export interface Drawing {
  readonly link: MapLink;
  readonly idPrefix: string;
  readonly variant: 'interactive' | 'image';
  /** Whether an image leaves its styles to the page that it stands on: pages with a strict policy run no styles inside. */
  readonly styledByPage?: boolean;
  /** Whether an image has the colours for paper alone, whatever those of its reader are. */
  readonly paper?: boolean;
}

/** A shape with its name: a link where there is an address, else a named group; in a picture only a group. */
export function shape(
  { variant, link }: Drawing,
  target: MapTarget,
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: string[]
): string {
  if (variant === 'image') return tag('g', { class: attributes['class'] }, ...content);
  const href = link(target);
  return href === undefined
    ? tag('g', { ...attributes, role: 'img', 'aria-label': name }, ...content)
    : tag('a', { ...attributes, href, 'aria-label': name }, ...content);
}

/** A space that is read and takes no room: with room it would move lines that are set flush right. */
const SPACE = tag('tspan', { 'font-size': 0 }, ' ');

/** Lines of text in their box; each ends in a space, so that whoever reads the text without the lines reads words. */
export function textLines({ lines, box, anchor, size, lineHeight }: TextBlock, className: string): string {
  const x = anchor === 'start' ? box.x : anchor === 'end' ? box.x + box.width : box.x + box.width / 2;
  const first = box.y + lineHeight / 2 + size * 0.35;
  const spans = lines.map((line, index) => tag('tspan', { x, y: first + index * lineHeight }, textOf(line), SPACE));
  return tag('text', { class: className, 'text-anchor': anchor, 'font-size': size }, ...spans);
}

/** An arc round a centre between two angles, in radians clockwise. */
export function arcPath(centre: Point, r: number, from: number, to: number, sweep: 0 | 1 = 1): string {
  const start = polar(from, r);
  const end = polar(to, r);
  const large = Math.abs(to - from) > Math.PI ? 1 : 0;
  return `M${at(centre, start)}A${rounded(r)} ${rounded(r)} 0 ${large} ${sweep} ${at(centre, end)}`;
}

/** An arc of an ellipse that is centred on 0, 0. */
export function ellipsePath(rx: number, ry: number, from: number, to: number): string {
  const point = (angle: number) => at({ x: rx * Math.cos(angle), y: ry * Math.sin(angle) }, { x: 0, y: 0 });
  return `M${point(from)}A${rounded(rx)} ${rounded(ry)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}`;
}

/** A place as a path has it. */
export function at(centre: Point, { x, y }: Point): string {
  return `${rounded(centre.x + x)} ${rounded(centre.y + y)}`;
}

/** The class that gives a domain its colour and its kind of line, by position. */
export function domainClass(index: number): string {
  return `dm-d${(index % DOMAIN_COLOURS) + 1}`;
}

/** The two rings that show which shape has the focus. */
export function focusRings({ x, y, r }: Circle): string {
  return [
    tag('circle', { class: 'dm-focus-ring', cx: x, cy: y, r: r + 5 }),
    tag('circle', { class: 'dm-focus', cx: x, cy: y, r: r + 2 }),
  ].join('');
}

/** A short label in a circle, as large as it can be. */
export function labelInCircle(text: string, { x, y, r }: Circle, className: string): string {
  const size = Math.min(r * 0.88, (r * 1.45) / Math.max(0.1, widthOf(text, 1, true)));
  return tag('text', { class: className, x, y: y + size * 0.355, 'text-anchor': 'middle', 'font-size': size }, textOf(`${text} `));
}
