import { escapeHtml } from '../../core/text/escape-html.js';
import { relativeAddress, relativeHref } from '../href.js';
import type { DocumentPage, Section, SectionItem, SiteShared } from '../types.js';
import { current, type Href } from './links.js';

/** The pages before and after one, in the order of its section. */
export interface Neighbours {
  readonly previous: SectionItem | undefined;
  readonly next: SectionItem | undefined;
}

/** A section's navigation as the pages of one folder write it: their links are the same, so they are made once. */
interface WrittenSection {
  readonly items: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

const written = new WeakMap<Section, Map<string, WrittenSection>>();

function writtenFor(section: Section, page: string): WrittenSection {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  const byFolder = written.get(section) ?? new Map<string, WrittenSection>();
  written.set(section, byFolder);
  let made = byFolder.get(folder);
  if (!made) {
    made = {
      items: section.items.map((item) => itemHtml(item, relativeHref(page, item.page))),
      places: new Map(section.items.map((item, place) => [item.page, place])),
    };
    byFolder.set(folder, made);
  }
  return made;
}

function itemHtml(item: SectionItem, href: string, attributes = ''): string {
  const label = item.label === undefined ? '' : `<span class="number">${escapeHtml(item.label)}</span> `;
  return `<li><a href="${escapeHtml(href)}"${attributes}>${label}${escapeHtml(item.title)}</a></li>`;
}

/** The pages before and after a document's in its section. */
export function neighboursOf(page: DocumentPage, shared: SiteShared): Neighbours {
  const section = sectionOf(page, shared);
  const place = section && writtenFor(section, page.page).places.get(page.page);
  if (!section || place === undefined || page.page === shared.pages.home) return { previous: undefined, next: undefined };
  return { previous: section.items[place - 1], next: section.items[place + 1] };
}

/** Up to so many pages a section is listed whole; of a larger one the pages around, so that pages do not grow with it. */
const LISTED_WHOLE = 100;
const AROUND = 15;

function shownPart(count: number, place: number): [from: number, to: number] {
  if (count <= LISTED_WHOLE) return [0, count];
  return [Math.max(0, place - AROUND), Math.min(count, place + AROUND + 1)];
}

/** The navigation of a document's section. */
export function asideHtml(page: DocumentPage, shared: SiteShared): string {
  const section = sectionOf(page, shared);
  if (!section || section.items.length < 2 || page.page === shared.pages.home) return '';
  const { items, places } = writtenFor(section, page.page);
  const place = places.get(page.page);
  const own = place === undefined ? undefined : section.items[place];
  const [from, to] = shownPart(items.length, place ?? 0);
  const list =
    own && place !== undefined
      ? `${items.slice(from, place).join('')}${itemHtml(own, relativeHref(page.page, own.page), current(true))}${items.slice(place + 1, to).join('')}`
      : items.slice(from, to).join('');
  const all =
    to - from < items.length
      ? `<p><a href="${escapeHtml(relativeAddress(page.page, section.list))}">All ${items.length} pages</a></p>\n`
      : '';
  return `<nav class="section-nav" aria-labelledby="site:section">
<h2 id="site:section">In this section</h2>
<ul>${list}</ul>
${all}</nav>
`;
}

/** Links to the pages before and after. */
export function neighboursHtml({ previous, next }: Neighbours, href: Href): string {
  if (!previous && !next) return '';
  const one = (item: SectionItem | undefined, rel: 'prev' | 'next', word: string) =>
    item === undefined
      ? ''
      : `<a class="${rel}" rel="${rel}" href="${escapeHtml(href(item.page))}"><span class="direction">${word}</span> <span class="where">${escapeHtml(withLabel(item))}</span></a>`;
  return `<nav class="neighbours" aria-label="Previous and next page">${one(previous, 'prev', 'Previous')}${one(next, 'next', 'Next')}</nav>`;
}

function withLabel({ label, title }: SectionItem): string {
  return label === undefined ? title : `${label}: ${title}`;
}

function sectionOf(page: DocumentPage, shared: SiteShared): Section | undefined {
  return page.section === undefined ? undefined : shared.sections[page.section];
}
