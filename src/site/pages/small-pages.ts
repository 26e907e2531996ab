import { escapeHtml } from '../../core/text/escape-html.js';
import { hrefFrom } from '../frame/links.js';
import type { MadeFrom } from '../plan/made-from.js';
import { searchPageHtml } from '../search/search-html.js';
import type { SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/** The page of search results; without scripts it leads to the list of all pages. */
export function searchPage({ index, shared }: MadeFrom): SiteFile {
  const page = index.own.search;
  const href = hrefFrom({ page }, shared);
  return ownPage({ page, title: 'Search', html: searchPageHtml(href(index.own.contents), href(page)), hidden: true }, shared);
}

/** The page for addresses at which there is nothing: it is shown at any depth, so its addresses start at the site's base. */
export function notFoundPage({ index, shared }: MadeFrom): SiteFile {
  const page = index.own.notFound;
  const href = hrefFrom({ page, absolute: true }, shared);
  const html = `<p>If you typed the address, check that it is right. If you followed a link, the page may have moved.</p>
<ul>
<li><a href="${escapeHtml(href(shared.pages.home))}">Start at the home page</a></li>
<li><a href="${escapeHtml(href(index.own.contents))}">Look through all pages</a></li>
</ul>`;
  return ownPage({ page, title: 'Page not found', html, hidden: true, absolute: true }, shared);
}
