import { escapeHtml } from '../../core/text/escape-html.js';
import type { Application } from '../../core/workspace/application.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import { documentPage, printPage } from '../addresses.js';
import { statusTag } from '../frame/status.js';
import { anchorHref } from '../href.js';
import { elementLinks } from '../plan/map-links.js';
import type { DocumentPage, Section, SiteFile } from '../types.js';
import { bodyOf } from './document-page.js';
import { type MadeFrom, ownPage } from './made-page.js';

/** The applications that have a page with everything on it. */
export function printPages({ index }: Pick<MadeFrom, 'index'>): { page: string; application: Application }[] {
  return index.snapshot.applications
    .filter(({ path }) => index.has(path))
    .map((application) => ({ page: printPage(application.key), application }));
}

/** Gives the text of a document. */
export type TextOf = (path: string) => string | undefined;

/** All of an application on one page, to be printed or kept as a PDF: its map as a picture, then every document in order. */
export function applicationPrintPage(application: Application, from: MadeFrom, textOf: TextOf): SiteFile {
  const { documents, shared } = from;
  const page = printPage(application.key);
  const section = shared.sections[`application ${application.key}`];
  const byPage = new Map(documents.map((document) => [document.page, document]));
  const own = (section?.items ?? []).flatMap((item) => byPage.get(item.page) ?? []);
  return ownPage(
    {
      page,
      title: application.title,
      caption: 'The whole guidance on one page',
      under: [{ title: application.title, page: documentPage(application.path) }],
      hidden: true,
      html: `${mapHtml(application, from, page)}
${contentsHtml(own, section)}
${own.map((document, place) => documentHtml(document, place, textOf(document.source) ?? '', from, page)).join('\n')}`,
    },
    shared,
  );
}

function mapHtml(application: Application, from: MadeFrom, page: string): string {
  const view = from.views.find((found) => found.application?.key === application.key);
  const { framework } = application;
  if (!view || !framework) return '';
  return `<figure class="print-map">${radialMap(view, { link: elementLinks(framework, from.index, page), idPrefix: 'site:print', variant: 'image', styledByPage: true })}</figure>`;
}

/** What keeps the ids of one document apart from those of the others: names of files do not, since `a/b` and `a-b` are alike in an id. */
function prefixOf(place: number): string {
  return `document-${place + 1}-`;
}

/** Ids of the site's own begin with `site:`, which no heading's does. */
function titleId(place: number): string {
  return `site:${prefixOf(place)}title`;
}

function contentsHtml(documents: readonly DocumentPage[], section: Section | undefined): string {
  const labels = new Map((section?.items ?? []).map((item) => [item.page, item.label]));
  const items = documents.map((document, place) => {
    const label = labels.get(document.page);
    return `<li><a href="${escapeHtml(anchorHref(titleId(place)))}">${label === undefined ? '' : `${escapeHtml(label)}: `}${escapeHtml(document.title)}</a></li>`;
  });
  return `<nav class="contents" aria-labelledby="site:contents"><h2 id="site:contents">Contents</h2><ul>${items.join('')}</ul></nav>`;
}

function documentHtml(document: DocumentPage, place: number, text: string, from: MadeFrom, on: string): string {
  const idPrefix = prefixOf(place);
  const body = bodyOf(document, text, from.shared, from.parser, { on, idPrefix, deeper: 1 });
  const caption = document.caption === undefined ? '' : `<span class="caption">${escapeHtml(document.caption)}</span> `;
  return `<article class="printed" aria-labelledby="${escapeHtml(titleId(place))}">
<h2 id="${escapeHtml(titleId(place))}">${caption}${escapeHtml(document.title)}</h2>
<p>${document.status === undefined ? '' : statusTag(document.status)} ${escapeHtml(document.summary ?? '')}</p>
${body.html}
</article>`;
}
