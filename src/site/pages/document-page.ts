import type { MarkdownParser } from '../../core/markdown/parser.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { documentPage } from '../addresses.js';
import { renderBody } from '../body/render-body.js';
import type { Body } from '../body/types.js';
import { contentsHtml } from '../frame/contents.js';
import { dateHtml } from '../frame/date.js';
import { pageHtml } from '../frame/frame.js';
import { linkedList } from '../frame/linked-list.js';
import { type Href, hrefFrom, linkHtml } from '../frame/links.js';
import { asideHtml, type Neighbours, neighboursHtml, neighboursOf } from '../frame/section-nav.js';
import { statusNotice, statusTag } from '../frame/status.js';
import { documentData } from '../frame/structured-data.js';
import { encodedPath } from '../href.js';
import { type IndexedPage, indexPage } from '../search/index-page.js';
import type { Detail, DocumentPage, NavigationItem, Panel, SiteShared } from '../types.js';

/** A document's page as it is written, with what search keeps of it. */
export interface RenderedDocument {
  readonly html: string;
  /** Undefined for a page that is not to be found. */
  readonly indexed: IndexedPage | undefined;
}

/**
 * Makes the page of one document. It depends on nothing but what it is given, so that any worker can make it.
 * @param text the document's text
 */
export function renderDocument(page: DocumentPage, text: string, shared: SiteShared, parser: MarkdownParser): RenderedDocument {
  const body = bodyOf(page, text, shared, parser);
  const href = hrefFrom(page, shared);
  const breadcrumbs = breadcrumbsOf(page, shared);
  const neighbours = neighboursOf(page, shared);
  const withdrawn = page.status === 'withdrawn';
  const html = pageHtml(
    {
      page: page.page,
      title: page.title,
      description: page.summary,
      lang: page.lang,
      type: 'article',
      modified: page.modified,
      hidden: withdrawn,
      data: documentData(page, breadcrumbs, shared),
      breadcrumbs,
      notice: statusNotice(page),
      exit: page.exit,
      main: articleHtml(page, body, neighbours, shared, href),
      aside: asideHtml(page, shared),
    },
    shared,
  );
  return {
    html,
    indexed: withdrawn ? undefined : indexPage({ ...searchEntry(page), sections: [...wordingSection(page), ...body.sections] }),
  };
}

/** The text of a document as HTML, as its page and the page of its application show it. */
export function bodyOf(
  page: DocumentPage,
  text: string,
  shared: Pick<SiteShared, 'sources' | 'terms'>,
  parser: MarkdownParser,
  options: { readonly on?: string; readonly idPrefix?: string; readonly deeper?: number } = {},
): Body {
  const { idPrefix, deeper } = options;
  return renderBody(parser.parse(text), text, {
    document: page.source,
    page: options.on ?? page.page,
    pageOf: (path) => (Object.hasOwn(page.targets, path) ? (page.targets[path] ?? undefined) : documentPage(path)),
    wikiLinks: page.wikiLinks,
    sources: shared.sources,
    terms: shared.terms,
    withoutTitle: true,
    ...(idPrefix === undefined ? {} : { idPrefix }),
    ...(deeper === undefined ? {} : { deeper }),
  });
}

function searchEntry(page: DocumentPage) {
  const { title, summary, typeTitle, caption } = page;
  return { page: page.page, title, typeTitle: caption ?? typeTitle, ...(summary === undefined ? {} : { summary }) };
}

/** The framework's wording is searched with the text. */
function wordingSection({ wording }: DocumentPage): Body['sections'] {
  return wording === undefined ? [] : [{ id: undefined, depth: 1, heading: '', text: wording }];
}

function articleHtml(page: DocumentPage, body: Body, neighbours: Neighbours, shared: SiteShared, href: Href): string {
  const caption = page.caption === undefined ? '' : `<span class="caption">${escapeHtml(page.caption)}</span> `;
  return `<article${page.lang === undefined || page.lang === shared.lang ? '' : ` lang="${escapeHtml(page.lang)}"`}>
<header class="page-header">
<h1>${caption}${escapeHtml(page.title)}</h1>
${page.wording === undefined ? '' : `<p class="wording">${escapeHtml(page.wording)}</p>\n`}${page.summary === undefined ? '' : `<p class="summary">${escapeHtml(page.summary)}</p>\n`}${metaHtml(page)}</header>
${page.lead ?? ''}${contentsHtml(body.sections)}<div class="text">
${body.html}
</div>
${page.panels.map((panel) => panelHtml(panel, href)).join('')}${detailsHtml(page.details, href)}${editHtml(page, shared)}</article>
${neighboursHtml(neighbours, href)}`;
}

/** Status, owner and reviews, in words. */
function metaHtml({ status, review, errors }: DocumentPage): string {
  const rows: [string, string][] = [];
  if (status !== undefined) rows.push(['Status', statusTag(status)]);
  if (review.owner !== undefined) rows.push(['Owner', escapeHtml(review.owner)]);
  rows.push(['Last reviewed', review.last === undefined ? 'Not yet reviewed' : dateHtml(review.last)]);
  if (review.due !== undefined)
    rows.push(['Next review', `${dateHtml(review.due)}${review.overdue ? ' <strong class="tag tag-overdue">Overdue</strong>' : ''}`]);
  else if (review.every !== undefined) rows.push(['Next review', `${escapeHtml(review.every)} after the first review`]);
  if (errors > 0) rows.push(['Errors', `${errors} found when this was published`]);
  return `<dl class="page-meta">${rows.map(([term, html]) => `<div><dt>${term}</dt><dd>${html}</dd></div>`).join('')}</dl>\n`;
}

function panelHtml(panel: Panel, href: Href): string {
  const id = `site:${panel.id}`;
  const intro = panel.intro === undefined ? '' : `<p class="quiet">${escapeHtml(panel.intro)}</p>\n`;
  return `<section class="panel panel-${panel.id}" aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(panel.title)}</h2>
${intro}${linkedList(panel.items, href)}
</section>
`;
}

function detailsHtml(details: readonly Detail[], href: Href): string {
  if (details.length === 0) return '';
  const rows = details.map(({ term, values }) => {
    const texts = values.map(({ text, page }) => (page === undefined ? escapeHtml(text) : linkHtml({ title: text, page }, href)));
    return `<div><dt>${escapeHtml(term)}</dt><dd>${texts.join('<br>')}</dd></div>`;
  });
  return `<section class="panel" aria-labelledby="site:details">
<h2 id="site:details">About this page</h2>
<dl class="details">${rows.join('')}</dl>
</section>
`;
}

function editHtml(page: DocumentPage, { editLink }: SiteShared): string {
  if (editLink === undefined) return '';
  const address = editLink.replaceAll('{path}', encodedPath(page.source));
  return `<p class="edit"><a href="${escapeHtml(address)}" rel="noopener noreferrer">Edit this page</a></p>\n`;
}

/** Home, then the section that introduces the page. */
export function breadcrumbsOf(page: DocumentPage, shared: SiteShared): NavigationItem[] {
  if (page.page === shared.pages.home) return [];
  const section = page.section === undefined ? undefined : shared.sections[page.section];
  const home = { title: 'Home', page: shared.pages.home };
  if (!section || section.page === undefined || section.page === page.page || section.page === shared.pages.home) return [home];
  return [home, { title: section.title, page: section.page }];
}
