import type { FoundContents } from '../body/types.js';

/** What search knows of one page before it is indexed. */
export interface SearchEntry {
  /** From the root of the site. */
  readonly page: string;
  readonly title: string;
  readonly summary?: string | undefined;
  /** What the page's type is called: “Criterion guidance”. */
  readonly typeTitle: string;
  /** What the application is called that it belongs to. */
  readonly application?: string | undefined;
  readonly sections: FoundContents;
  /** What a register, such as the glossary, explains: it ranks below other pages unless the query is one of these. */
  readonly explains?: readonly string[] | undefined;
}

/** One section of a page's text: its anchor (empty for what stands before the first heading), its heading, its words. */
export type SectionText = readonly [id: string, heading: string, text: string];

/** The file that a page's text was moved to, and its place there. */
export interface TextPlace {
  readonly file: string;
  readonly at: number;
}

/** An indexed page: plain JSON, small enough to be passed between threads. */
export interface IndexedPage {
  readonly page: string;
  readonly title: string;
  readonly summary: string;
  readonly typeTitle: string;
  readonly application: string;
  /** Every word of the page once, with spaces between. */
  readonly words: string;
  /** How much each of the words says about the page: one digit of the alphabet a word. */
  readonly grades: string;
  /** The page's text, for the passages that a result shows. */
  readonly text: readonly SectionText[] | TextPlace;
  /** What a register explains, as queries are compared with it; only registers have it. */
  readonly explains?: readonly string[];
}

/** Two ways to say the same: an acronym and what it stands for. */
export interface Synonym {
  readonly term: string;
  readonly expansion: string;
}
