import type { SourceCard, TermCard, WikiHref } from '../types.js';

/** What a text is rendered with. */
export interface BodyOptions {
  /** The document, from the guidance root: its relative links start here. */
  readonly document: string;
  /** The page that is written, from the root of the site: addresses in it are relative to it. */
  readonly page: string;
  /** The page of a document of the root; called with paths that are on the site. */
  readonly pageOf: (path: string) => string;
  /** Paths of linked files that have no page: links to them become text. */
  readonly absent: ReadonlySet<string>;
  readonly wikiLinks: Readonly<Record<string, WikiHref>>;
  readonly sources: Readonly<Record<string, SourceCard>>;
  readonly terms: readonly TermCard[];
  /** Put before every id and every reference to one: for pages that hold several documents. */
  readonly idPrefix?: string;
  /** Added to the depth of every heading, up to 6. */
  readonly deeper?: number;
  /** Whether the document's first H1 is left out, since the page's frame has it. */
  readonly withoutTitle?: boolean;
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
