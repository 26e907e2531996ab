/** Widths of the map's place, in CSS pixels, from which a drawing with every name can be read. */
export const BREAKPOINTS: readonly number[] = Array.from({ length: 43 }, (_, index) => 480 + index * 20);

/** No drawing is made so small that its labels are below some 12 pixels. */
const LEAST_SCALE = 0.67;

/** The breakpoint from which a drawing of a width is shown. */
export function breakpointFor(width: number): number {
  return BREAKPOINTS.find((breakpoint) => breakpoint >= width * LEAST_SCALE) ?? BREAKPOINTS.at(-1) ?? 0;
}
