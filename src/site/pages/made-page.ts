import type { MarkdownParser } from '../../core/markdown/parser.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import type { DestinationMapView } from '../../map/types.js';
import { breadcrumbData } from '../feeds/json-ld.js';
import { pageHtml } from '../frame/frame.js';
import type { ElementUses } from '../plan/element-uses.js';
import type { PageIndex } from '../plan/page-index.js';
import type { SiteInput } from '../plan/site-input.js';
import type { SiteSettings } from '../settings.js';
import type { DocumentPage, NavigationItem, SiteFile, SiteShared } from '../types.js';

/** What the pages that are no document's are made from. */
export interface MadeFrom {
  readonly input: SiteInput;
  readonly settings: SiteSettings;
  readonly index: PageIndex;
  readonly shared: SiteShared;
  readonly documents: readonly DocumentPage[];
  /** Files of the guidance folder that stand on the site. */
  readonly copies: readonly string[];
  readonly views: readonly DestinationMapView[];
  readonly uses: ElementUses;
  readonly parser: MarkdownParser;
}

/** A page of the toolkit's own, before its frame is put round it. */
export interface OwnPageContent {
  readonly page: string;
  readonly title: string;
  /** A sentence below the title, which search engines show too. */
  readonly description?: string | undefined;
  /** What stands above the title, smaller. */
  readonly caption?: string | undefined;
  /** HTML below the title. */
  readonly html: string;
  /** The pages on the way to it, after the home page. */
  readonly under?: readonly NavigationItem[];
  /** What machines can read about it. */
  readonly data?: readonly object[];
  readonly hidden?: boolean;
  /** Whether its addresses start at the site's base. */
  readonly absolute?: boolean;
  /** Whether it takes the whole width: for maps and wide tables. */
  readonly wide?: boolean;
}

/** Puts the frame round a page of the toolkit's own. */
export function ownPage(content: OwnPageContent, shared: SiteShared): SiteFile {
  const { page, title, description, html, caption, under = [], data = [], wide = false, ...rest } = content;
  const breadcrumbs = page === shared.pages.home ? [] : [{ title: 'Home', page: shared.pages.home }, ...under];
  const above = caption === undefined ? '' : `<span class="caption">${escapeHtml(caption)}</span> `;
  const summary = description === undefined ? '' : `<p class="summary">${escapeHtml(description)}</p>\n`;
  const main = `<div class="${wide ? 'wide' : 'narrow'}">
<header class="page-header">
<h1>${above}${escapeHtml(title)}</h1>
${summary}</header>
${html}
</div>`;
  const allData = [...data, ...breadcrumbData(breadcrumbs, { title, page }, shared)];
  return { path: page, content: pageHtml({ ...rest, page, title, description, breadcrumbs, data: allData, main }, shared) };
}
