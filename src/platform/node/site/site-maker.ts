import type { MarkdownParser } from '../../../core/markdown/parser.js';
import type { SiteInput } from '../../../site/plan/site-input.js';
import type { IndexedPage } from '../../../site/search/types.js';
import type { DocumentPages, SiteFile, SiteShared } from '../../../site/types.js';
import type { RenderDocument } from './page-renderer.js';

/** A site before its pages are written, as far as writing and serving it go. */
export interface PlannedSite {
  readonly shared: SiteShared;
  readonly documents: DocumentPages;
  /** Files of the guidance folder that stand on the site under the same path. */
  readonly copies: readonly string[];
  /** What the publisher has to know, in words. */
  readonly problems: readonly string[];
  /** Every other file, one at a time; `indexed` is asked for its pages when the search index is made, which comes last. */
  made(textOf: (path: string) => string | undefined, indexed: Iterable<IndexedPage>): Iterable<SiteFile>;
}

/** What makes sites: the pure part, which knows of no disk. */
export interface SiteMaker {
  readonly plan: (input: SiteInput, parser: MarkdownParser) => PlannedSite;
  readonly render: RenderDocument;
}
