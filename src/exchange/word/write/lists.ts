import type { ILevelsOptions, INumberingOptions, IParagraphOptions } from 'docx';
import { listIndent } from './style-ids.js';

/** Word's lists are no deeper. */
export const DEEPEST_LIST = 8;
/** Word counts no further from where a list begins. */
const LAST_START = 32_767;
const SIGNS = ['•', '◦', '▪'];

/** A list of a copy: bullets, or numbers from its own start. */
export interface WordList {
  readonly reference: string;
  /** Tells the list apart from others that look the same: each counts for itself. */
  readonly instance: number;
}

/** Gives out the lists of a copy. */
export class Lists {
  private readonly starts = new Set<number>();
  private count = 0;

  /** @param start the number of the first item; undefined for bullets */
  list(start: number | undefined): WordList {
    this.count++;
    if (start === undefined) return { reference: 'bullets', instance: this.count };
    const from = Math.min(Math.max(0, start), LAST_START);
    this.starts.add(from);
    return { reference: numbersFrom(from), instance: this.count };
  }

  /** All kinds of list that were given out. */
  get numbering(): INumberingOptions {
    const numbers = [...this.starts].map((start) => ({
      reference: numbersFrom(start),
      levels: levels('decimal', (level) => `%${level + 1}.`, start),
    }));
    const bullets = { reference: 'bullets', levels: levels('bullet', (level) => SIGNS[level % SIGNS.length] ?? '•', 1) };
    return { config: [bullets, ...numbers] };
  }
}

/** What makes a paragraph an item of a list. @param depth of the list, 0 for the outermost */
export function itemOptions({ reference, instance }: WordList, depth: number): IParagraphOptions {
  return { numbering: { reference, instance, level: Math.min(depth, DEEPEST_LIST) } };
}

function numbersFrom(start: number): string {
  return `numbers-${start}`;
}

function levels(format: 'decimal' | 'bullet', text: (level: number) => string, start: number): ILevelsOptions[] {
  return Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    ...{ level, format, text: text(level), start, alignment: 'left' as const },
    style: { paragraph: { indent: { left: listIndent(level), hanging: 360 } } },
  }));
}
