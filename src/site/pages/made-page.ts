import { escapeHtml } from '../../core/text/escape-html.js';
import { pageHtml } from '../frame/frame.js';
import { breadcrumbData } from '../frame/structured-data.js';
import type { NavigationItem, SiteFile, SiteShared } from '../types.js';

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
