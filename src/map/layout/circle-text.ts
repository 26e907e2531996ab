import { type TextStyle, widestOf, widthOf, wrapText } from './measure.js';

/** A text in lines, with the size of the block that they make. */
export interface Wrapped {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A word that is longer than this, in parts of the font size, may be broken inside. */
const LONG_WORD = 11;

/** The ways to break a text into lines, from one line to about one word a line; each way once. */
export function wrappings(text: string, style: TextStyle, lineHeight: number): Wrapped[] {
  const whole = widthOf(text, style.size, style.bold);
  const word = Math.max(...text.split(/\s+/).map((one) => widthOf(one, style.size, style.bold)));
  // Words that nobody sees have no width, and a width that shrinks never gets to 0.
  const least = Math.max(1, Math.min(word, style.size * LONG_WORD));
  const found = new Map<string, Wrapped>();
  for (let width = whole + 1; width >= least; width = width * 0.9 < least && width > least ? least : width * 0.9) {
    const lines = wrapText(text, width, style);
    found.set(lines.join('\n'), { lines, width: widestOf(lines, style), height: lines.length * lineHeight });
  }
  return [...found.values()];
}

/** The way to break a text into lines that fits into the smallest circle, and that circle's radius. */
export function smallestCircle(text: string, style: TextStyle, lineHeight: number): Wrapped & { readonly r: number } {
  const all = wrappings(text, style, lineHeight).map((wrapped) => ({ ...wrapped, r: radiusAround(wrapped, style, lineHeight) }));
  return all.reduce((best, one) => (one.r < best.r ? one : best));
}

/** The radius of the circle round a centred block, line by line: its short first and last lines need less than its corners. */
function radiusAround({ lines, height }: Wrapped, style: TextStyle, lineHeight: number): number {
  const reach = lines.map((line, index) => {
    const top = Math.abs(index * lineHeight - height / 2);
    const bottom = Math.abs((index + 1) * lineHeight - height / 2);
    return Math.hypot(widthOf(line, style.size, style.bold) / 2, Math.max(top, bottom));
  });
  return Math.max(...reach);
}
