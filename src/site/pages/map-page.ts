import { escapeHtml } from '../../core/text/escape-html.js';
import { descriptionHtml } from '../../map/html/description-html.js';
import { filterHtml } from '../../map/html/filter-html.js';
import { legendHtml } from '../../map/html/legend-html.js';
import { listHtml } from '../../map/html/list-html.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import type { DestinationMapView } from '../../map/types.js';
import { summary } from '../../map/words.js';
import type { MadeFrom } from '../plan/made-from.js';
import { viewLinks } from '../plan/map-links.js';
import type { SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/** The maps of all applications, each with its legend, its list and its description in words, and one set of filters. */
export function mapPage(from: MadeFrom): SiteFile {
  const { index, shared, views } = from;
  const [first] = views;
  const page = index.own.map;
  return ownPage(
    {
      page,
      title: 'Map',
      description: first?.framework.description,
      wide: true,
      html:
        views.length > 0
          ? `${filterHtml(views, { idPrefix: 'filter' })}\n${views.map((view, place) => viewHtml(view, place, page, from)).join('\n')}`
          : '<p>There is no framework yet.</p>',
    },
    shared,
  );
}

function viewHtml(view: DestinationMapView, place: number, page: string, { index }: MadeFrom): string {
  const idPrefix = `map-${place}`;
  const link = viewLinks(view, index, page);
  const title = view.application?.title ?? view.framework.title;
  return `<section class="map-view" aria-labelledby="${idPrefix}-heading" data-dm-view${view.application ? ` data-application="${escapeHtml(view.application.key)}"` : ''}>
<h2 id="${idPrefix}-heading">${escapeHtml(title)}</h2>
<p>${escapeHtml(summary(view))}</p>
<p class="skip-map"><a href="#${idPrefix}-list">Skip the map: the same as a list</a></p>
${radialMap(view, { link, idPrefix, variant: 'interactive' })}
<details class="map-key"><summary>How to read the map</summary>
${legendHtml(view, { idPrefix: `${idPrefix}-key` })}
</details>
<details class="map-words"><summary>The map in words</summary>
${descriptionHtml(view, { level: 3 })}
</details>
<h3 id="${idPrefix}-list">Criteria</h3>
${listHtml(view, { link, idPrefix: `${idPrefix}-item` })}
</section>`;
}
