import { escapeHtml } from '../../core/text/escape-html.js';
import { matrixHtml } from '../../map/html/matrix-html.js';
import type { DestinationMapView } from '../../map/types.js';
import { summary } from '../../map/words.js';
import { viewLinks } from '../plan/map-links.js';
import type { SiteFile } from '../types.js';
import { type MadeFrom, ownPage } from './made-page.js';

/** How far each application covers its framework: counts, and the attributes read against the core domains. */
export function matrixPage(from: MadeFrom): SiteFile {
  const { index, shared, views } = from;
  const page = index.own.matrix;
  return ownPage(
    {
      page,
      title: 'Coverage',
      description: 'How far the guidance covers its framework: what is there, what is planned and what is missing.',
      wide: true,
      html:
        views.length > 0 ? views.map((view, place) => viewHtml(view, place, page, from)).join('\n') : '<p>There is no framework yet.</p>',
    },
    shared,
  );
}

function viewHtml(view: DestinationMapView, place: number, page: string, { index }: MadeFrom): string {
  const idPrefix = `matrix-${place}`;
  const title = view.application?.title ?? view.framework.title;
  return `<section aria-labelledby="${idPrefix}-heading">
<h2 id="${idPrefix}-heading">${escapeHtml(title)}</h2>
<p>${escapeHtml(summary(view))}</p>
${matrixHtml(view, { link: viewLinks(view, index, page), idPrefix })}
</section>`;
}
