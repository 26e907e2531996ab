import { escapeHtml } from '../../core/text/escape-html.js';
import { filterHtml } from '../../map/html/filter-html.js';
import { matrixHtml } from '../../map/html/matrix-html.js';
import type { DestinationMapView } from '../../map/types.js';
import { numbered, summary } from '../../map/words.js';
import type { MadeFrom } from '../plan/made-from.js';
import { viewLinks } from '../plan/map-links.js';
import type { PageIndex } from '../plan/page-index.js';
import type { SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

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
        views.length > 0
          ? `${filterHtml(views, { idPrefix: 'filter' })}\n${views.map((view, place) => viewHtml(view, place, page, from)).join('\n')}`
          : '<p>There is no framework yet.</p>',
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
${gapsHtml(view, page, idPrefix, index)}</section>`;
}

/** Every gap that the guidance on a criterion records, in one place. */
function gapsHtml(view: DestinationMapView, page: string, idPrefix: string, index: PageIndex): string {
  const link = viewLinks(view, index, page);
  const items = view.criteria.flatMap((criterion) => {
    if (criterion.gaps.length === 0) return [];
    const gaps = criterion.gaps.map(
      ({ about, because }) => `<li><span class="about">${escapeHtml(about)}</span> <span class="note">${escapeHtml(because)}</span></li>`,
    );
    const href = link({ kind: 'criterion', key: criterion.key });
    const name = escapeHtml(numbered(criterion));
    return [
      `<h4>${href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`}</h4>\n<ul class="linked">${gaps.join('')}</ul>`,
    ];
  });
  return items.length === 0 ? '' : `<h3 id="${idPrefix}-gaps">Recorded gaps</h3>\n<div class="narrow">${items.join('\n')}</div>\n`;
}
