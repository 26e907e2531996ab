import type { RootContent } from 'hast';
import type { ElementPart, FrameworkElement } from '../../../core/model/framework.js';

/** Something that a person has to decide, with what it concerns: a criterion, or a place of the Word document. */
export interface Doubt {
  readonly about: string;
  readonly says: string;
}

/** A stretch of text under a heading of its own: a column of a table, or a section. */
export interface FoundText {
  /** The heading of the column or section; empty where there is none. */
  readonly heading: string;
  /** The level that its heading has, or would have: those in it are below. */
  readonly level: number;
  readonly blocks: readonly RootContent[];
}

/** What a document says about one criterion, or about one part of it, in one place. */
export interface Found {
  readonly criterion: FrameworkElement;
  readonly part: ElementPart | undefined;
  readonly texts: readonly FoundText[];
  /** Whether it stands in a row of a table of criteria, below a heading, or in a table of its own. */
  readonly from: 'row' | 'heading' | 'card';
  /** “row 12 of table 1”. */
  readonly where: string;
  /** The bookmarks of the place, which links inside the document lead to. */
  readonly bookmarks: readonly string[];
}

/** A document taken apart by what it is about. */
export interface Layout {
  /** The bookmarks of its title. */
  readonly bookmarks: readonly string[];
  readonly found: readonly Found[];
  /** Everything else, in order: what the application as a whole says. */
  readonly overview: readonly RootContent[];
  /** What stands among the criteria and belongs to none of them. */
  readonly unplaced: readonly (FoundText & { readonly where: string })[];
  readonly doubts: readonly Doubt[];
}
