import type { Paragraph, Table } from 'docx';
import type { FootnoteReference } from 'mdast';
import type { GuidanceText } from './guidance-text.js';

/** What stands among other blocks of a copy. */
export type WordBlock = Paragraph | Table;

/** Where blocks stand. */
export interface Place {
  /** How wide it is, in twentieths of a point. */
  readonly width: number;
  /** How many lists hold them. */
  readonly lists: number;
  readonly isQuoted: boolean;
  /** How many of the lists hold the quotation that holds them; the others are in it. */
  readonly quotedIn?: number;
  readonly isNote: boolean;
}

/** Where words stand. */
export interface Line {
  readonly text: GuidanceText;
  /** How wide the place is, in twentieths of a point: pictures are made to fit it. */
  readonly width: number;
  /** The pictures that could not be put there, to be named beneath. */
  readonly leftOut: LeftOutPicture[];
  /** Writes a footnote; undefined in one: Word has none within them. */
  readonly footnote: ((node: FootnoteReference) => readonly Paragraph[] | undefined) | undefined;
}

/** A picture of the guidance that is not in the copy. */
export interface LeftOutPicture {
  readonly path: string;
  readonly alt: string;
}
