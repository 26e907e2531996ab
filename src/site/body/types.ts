import type { SourceCard, TermCard, WikiHref } from '../types.js';

/** What a text is rendered with. */
export interface BodyOptions {
  /** The document, from the guidance root: its relative links start here. */
  readonly document: string;
  /** The page that is written, from the root of the site: addresses in it are relative to it. */
  readonly page: string;
  /**
   * Where a link to a path of the root leads: the page of a document, the copy of another file, the index of a folder;
   * undefined for what is not on the site, so that the link becomes text.
   */
  readonly pageOf: (path: string) => string | undefined;
  readonly wikiLinks: Readonly<Record<string, WikiHref>>;
  readonly sources: Readonly<Record<string, SourceCard>>;
  readonly terms: readonly TermCard[];
  /** Put before every id and every reference to one: for pages that hold several documents. */
  readonly idPrefix?: string;
  /** Added to the depth of every heading, up to 6. */
  readonly deeper?: number;
  /** Whether the document's first H1 is left out, since the page's frame has it. */
  readonly withoutTitle?: boolean;
  /**
   * Whether addresses are `{root}` and the way from the site's root, and headings have no anchors: for parts that stand
   * on pages of any depth.
   */
  readonly onEveryPage?: boolean;
}

/** A heading with what stands below it. */
export interface FoundSection {
  /** The anchor; undefined for what stands before the first heading. */
  readonly id: string | undefined;
  readonly depth: number;
  readonly heading: string;
  /** The words of its own text, without its subsections. */
  readonly text: string;
}

/** What a text holds, in document order. */
export type FoundContents = readonly FoundSection[];

/** A text as HTML. */
export interface Body {
  readonly html: string;
  readonly sections: FoundContents;
  /** The keys of the sources that it cites, each once, in order. */
  readonly cited: readonly string[];
}
