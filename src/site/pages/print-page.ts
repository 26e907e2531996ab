import type { Source } from '../../core/model/sources.js';
import { longDate } from '../../core/schema/dates.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import type { Application } from '../../core/workspace/application.js';
import { registerEntry } from '../../core/workspace/register.js';
import { textAt } from '../../core/yaml/value.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import { documentPage, printPage } from '../addresses.js';
import { statusTag } from '../frame/status.js';
import { anchorHref } from '../href.js';
import type { MadeFrom } from '../plan/made-from.js';
import { elementLinks } from '../plan/map-links.js';
import type { DocumentPage, Section, SiteFile } from '../types.js';
import { bodyOf } from './document-page.js';
import { ownPage } from './made-page.js';

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
  const { index, shared } = from;
  const page = printPage(application.key);
  const section = shared.sections[`application ${application.key}`];
  const byPage = new Map(index.documents.map((facts) => [documentPage(facts.path), facts]));
  const own = (section?.items ?? []).flatMap(({ page: listed }) => {
    const facts = byPage.get(listed);
    return facts ? [from.pageOf(facts)] : [];
  });
  return ownPage(
    {
      page,
      title: `${application.title}, on one page`,
      under: [{ title: application.title, page: documentPage(application.path) }],
      hidden: true,
      html: `${standingHtml(own, from)}
${contentsHtml(own, section)}
${mapHtml(application, from, page)}
${own.map((document, place) => documentHtml(document, place, textOf(document.source) ?? '', from, page)).join('\n')}
${sourcesHtml(own, from)}`,
    },
    shared,
  );
}

/** How far all of it can be relied on: whoever has the paper in hand has no other page to look at. */
function standingHtml(documents: readonly DocumentPage[], { shared }: MadeFrom): string {
  const approved = documents.filter(({ status }) => status === 'published').length;
  const standing =
    approved === documents.length
      ? `All ${documents.length} documents are published.`
      : `${approved === 0 ? 'None' : approved} of the ${documents.length} documents here ${approved === 1 ? 'is' : 'are'} approved: each says its status below its title.`;
  const disclaimer = shared.disclaimer === undefined ? '' : `<p>${escapeHtml(shared.disclaimer)}</p>`;
  return `<div class="standing"><p>${standing} As of ${longDate(shared.today)}.</p>${disclaimer}</div>`;
}

/** What a document records as absent. */
function gapsHtml({ panels }: DocumentPage): string {
  const gaps = panels.find(({ id }) => id === 'gaps');
  if (!gaps) return '';
  const items = gaps.items.map(
    ({ text, note }) => `<li><span class="about">${escapeHtml(text)}</span> <span class="note">${escapeHtml(note ?? '')}</span></li>`,
  );
  return `<h3>${escapeHtml(gaps.title)}</h3>\n<ul class="linked">${items.join('')}</ul>\n`;
}

/** The sources that the documents cite, with what each says point by point: the text names the points. */
function sourcesHtml(documents: readonly DocumentPage[], { index, shared }: MadeFrom): string {
  const cited = new Set(
    documents.flatMap(({ source }) =>
      (index.snapshot.facts(source)?.references ?? []).flatMap((one) => (one.via === 'citation' ? [one.source] : [])),
    ),
  );
  const sources = index.snapshot.sources.filter(({ id }) => cited.has(id));
  if (sources.length === 0) return '';
  const items = sources.map((source) => {
    const card = Object.hasOwn(shared.sources, source.id) ? shared.sources[source.id] : undefined;
    const points = source.points.map(
      ({ id, says }) => `<li><span class="point-number">${escapeHtml(id)}</span> <span>${escapeHtml(says)}</span></li>`,
    );
    return `<h3>${escapeHtml(card?.label ?? source.title)}</h3>\n<p>${escapeHtml(card?.reference ?? source.title)}</p>${noteHtml(source, index)}\n${points.length > 0 ? `<ul class="printed-points">${points.join('')}</ul>` : ''}`;
  });
  return `<section class="printed" aria-labelledby="site:sources">\n<h2 id="site:sources">Sources</h2>\n<p>What each source says, point by point, in our own words.</p>\n${items.join('\n')}\n</section>`;
}

function noteHtml(source: Source, { snapshot }: MadeFrom['index']): string {
  const note = textAt(registerEntry(source, snapshot), 'note');
  return note === undefined ? '' : `<p>${escapeHtml(note)}</p>`;
}

function mapHtml(application: Application, from: MadeFrom, page: string): string {
  const view = from.views.find((found) => found.application?.key === application.key);
  const { framework } = application;
  if (!view || !framework) return '';
  return `<div class="print-map">${radialMap(view, { link: elementLinks(framework, from.index, page), idPrefix: 'site:print', variant: 'image', styledByPage: true })}</div>`;
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
${gapsHtml(document)}</article>`;
}
