import type { DocumentFacts } from '../../core/facts/types.js';
import type { MarkdownParser } from '../../core/markdown/parser.js';
import type { DestinationMapView } from '../../map/types.js';
import type { SiteSettings } from '../settings.js';
import type { DocumentPage, PageSummary, SiteShared } from '../types.js';
import type { ElementUses } from './element-uses.js';
import type { PageIndex } from './page-index.js';
import type { SiteInput } from './site-input.js';

/** What the pages that are no document's are made from. */
export interface MadeFrom {
  readonly input: SiteInput;
  readonly settings: SiteSettings;
  readonly index: PageIndex;
  readonly shared: SiteShared;
  readonly documents: readonly PageSummary[];
  /** Makes the page of a document that is on the site. */
  readonly pageOf: (facts: DocumentFacts) => DocumentPage;
  /** Files of the guidance folder that stand on the site. */
  readonly copies: readonly string[];
  readonly views: readonly DestinationMapView[];
  readonly uses: ElementUses;
  readonly parser: MarkdownParser;
}
