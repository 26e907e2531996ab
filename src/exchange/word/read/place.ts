import { TITLE_LEVEL } from './heading-styles.js';

/** So many letters of a row or heading say where something is, and so many where two of them do. */
const NEAR = 80;
const NEAR_EACH = 60;

/** Where in a document something stands, in the words of its headings and rows, on the way through it. */
export class Place {
  private readonly headings: { readonly level: number; readonly text: string }[] = [];
  private row = '';

  /** @param top the highest level of headings that tell places apart */
  constructor(private readonly top: number) {}

  enterHeading(level: number, text: string): void {
    while ((this.headings[this.headings.length - 1]?.level ?? -1) >= level) this.headings.pop();
    this.headings.push({ level, text: shortened(text, NEAR) });
    this.row = '';
  }

  enterRow(words: string): void {
    this.row = shortened(words, NEAR) || this.row;
  }

  /** “12 Feedback culture”, or “11. Risk aligned levels › What this means”. */
  toString(): string {
    if (this.row !== '') return this.row;
    const nearest = this.headings[this.headings.length - 1];
    if (!nearest) return '';
    const first = this.headings.find(({ level }) => level >= this.top);
    if (!first || first === nearest) return nearest.text;
    return [first, nearest].map(({ text }) => shortened(text, NEAR_EACH)).join(' › ');
  }
}

/** The highest level that more than one heading has: a single heading above all others tells no place from another, and no title does. */
export function topLevel(levels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const several = [...counts].flatMap(([level, count]) => (count > 1 ? [level] : []));
  return Math.min(...(several.length > 0 ? several : [...counts.keys()].filter((level) => level > TITLE_LEVEL)));
}

/** Words on one line, cut where they are more than so many letters. */
export function shortened(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
}
