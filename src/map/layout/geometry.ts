/** A place; the centre of every map is 0, 0, and y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A circle. */
export interface Circle extends Point {
  readonly r: number;
}

/** A rectangle by its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Lines of text in a box, from its top. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly lineHeight: number;
}

/** The place at an angle (radians, clockwise from the right) and distance from the centre. */
export function polar(angle: number, distance: number): Point {
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
}

/** The angle of the `index`th of `count` places that are spread evenly, clockwise from the top. */
export function angleOf(index: number, count: number): number {
  return (index / count) * 2 * Math.PI - Math.PI / 2;
}

/** Degrees as radians. */
export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** How far a point is from the centre. */
export function distance({ x, y }: Point): number {
  return Math.hypot(x, y);
}

/** The corners of a box. */
export function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
}

/** The point of a box that is nearest to a place. */
export function nearestIn({ x, y, width, height }: Box, to: Point): Point {
  return { x: Math.min(Math.max(to.x, x), x + width), y: Math.min(Math.max(to.y, y), y + height) };
}

/** The box of a size round a centre. */
export function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
