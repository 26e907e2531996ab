import { escapeHtml } from '../../core/text/escape-html.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import type { DestinationMapView } from '../../map/types.js';
import { summary } from '../../map/words.js';
import { documentPage, OWN_PAGES } from '../addresses.js';
import { relativeHref } from '../href.js';
import { viewLinks } from './map-links.js';
import type { PageIndex } from './page-index.js';

/** The home document of a root. */
export const HOME_DOCUMENT = 'index.md';

/** What stands above the text of the pages that show a map: the home page, with the first application's, and each application's own. */
export function mapLeads(index: PageIndex, views: readonly DestinationMapView[]): Map<string, string> {
  const leads = new Map<string, string>();
  const [first] = views;
  if (first && index.has(HOME_DOCUMENT)) leads.set(HOME_DOCUMENT, leadHtml(first, OWN_PAGES.home, index));
  for (const view of views) {
    const path = view.application?.path;
    if (path !== undefined && path !== HOME_DOCUMENT && index.has(path)) leads.set(path, leadHtml(view, documentPage(path), index));
  }
  return leads;
}

/**
 * A map as it stands on a page that is about more than the map.
 * @param page the page, from the root of the site
 */
export function leadHtml(view: DestinationMapView, page: string, index: PageIndex): string {
  const map = radialMap(view, { link: viewLinks(view, index, page), idPrefix: 'site:map', variant: 'interactive' });
  const more = `<a href="${escapeHtml(relativeHref(page, index.own.map))}">The map as a list, with filters</a>`;
  return `<section class="lead" aria-label="${escapeHtml(view.framework.title)}">
${map}
<p class="lead-note">${escapeHtml(summary(view))} ${more}</p>
</section>
`;
}
