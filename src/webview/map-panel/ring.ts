/** The rings of a drawing, each of which is one stop of the Tab key: the centre with the domains, and the criteria. */
export type RingName = 'middle' | 'criteria';

/** What the rings are made of, in the order in which they are read. Shapes that filters have put back are no part of it. */
export function ringOf(drawing: Element, name: RingName): SVGElement[] {
  const shapes = [...drawing.querySelectorAll<SVGElement>('a')].filter((shape) => !shape.hasAttribute('data-hidden'));
  return shapes.filter((shape) => isCriterion(shape) === (name === 'criteria'));
}

/** The drawings of a map: one for wide places and one for narrow ones, of which styles show one. */
export function drawingsIn(page: ParentNode): Element[] {
  return [...page.querySelectorAll('.pn-map svg')];
}

/** The ring that a shape is on. */
export function ringNameOf(shape: Element): RingName {
  return isCriterion(shape) ? 'criteria' : 'middle';
}

function isCriterion(shape: Element): boolean {
  return shape.classList.contains('dm-criterion');
}

/** Makes each ring one stop of the Tab key. @param stops the addresses of the shapes that are it, where they are there */
export function placeStops(page: ParentNode, stops: ReadonlyMap<string, string>): void {
  for (const drawing of drawingsIn(page)) {
    for (const shape of drawing.querySelectorAll('a')) shape.setAttribute('tabindex', '-1');
    for (const name of ['middle', 'criteria'] as const) {
      const ring = ringOf(drawing, name);
      const stop = ring.find((shape) => shape.getAttribute('href') === stops.get(name)) ?? ring[0];
      stop?.setAttribute('tabindex', '0');
    }
  }
}

/**
 * Where a key leads from a shape: the arrows round its ring, Home and End to its first and last, Escape from the criteria to the
 * centre, and from there out of the map.
 * @returns `out`, or the shape; undefined for any other key
 */
export function shapeAfter(key: string, shape: SVGElement): SVGElement | 'out' | undefined {
  const drawing = shape.closest('svg');
  if (!drawing) return undefined;
  const name = ringNameOf(shape);
  const ring = ringOf(drawing, name);
  const at = (index: number) => ring[(index + ring.length) % ring.length];
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at(ring.indexOf(shape) + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return at(ring.indexOf(shape) - 1);
    case 'Home':
      return ring[0];
    case 'End':
      return at(-1);
    case 'Escape':
      return name === 'criteria' ? (ringOf(drawing, 'middle')[0] ?? 'out') : 'out';
    default:
      return undefined;
  }
}
