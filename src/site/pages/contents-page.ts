import { compare } from '../../core/text/compare.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { frameworkPage } from '../addresses.js';
import { linkedList } from '../frame/linked-list.js';
import { type Href, hrefFrom, linkHtml } from '../frame/links.js';
import type { Section, SiteFile } from '../types.js';
import { type MadeFrom, ownPage } from './made-page.js';
import { printPages } from './print-page.js';

/** All pages of the site, by section: what readers without scripts have in the place of search. */
export function contentsPage(from: MadeFrom): SiteFile {
  const { index, shared } = from;
  const page = index.own.contents;
  const href = hrefFrom({ page }, shared);
  const sections = Object.values(shared.sections).sort(byFirstPage);
  return ownPage(
    {
      page,
      title: 'All pages',
      description: 'Everything on this site, in its sections.',
      html: `${sections.map((section) => sectionHtml(section, href)).join('\n')}
<h2>Frameworks</h2>
${linkedList(
  index.snapshot.frameworks.map((framework) => ({ text: framework.title, page: frameworkPage(framework.key) })),
  href,
)}
<h2>About this site</h2>
${linkedList(aboutItems(from), href)}`,
    },
    shared,
  );
}

/** By the addresses of their first pages: what stands at the top comes first, and folders that are near each other stay so. */
function byFirstPage(a: Section, b: Section): number {
  return compare(a.items[0]?.page ?? '', b.items[0]?.page ?? '');
}

function sectionHtml(section: Section, href: Href): string {
  const title = section.page === undefined ? escapeHtml(section.title) : linkHtml({ title: section.title, page: section.page }, href);
  const items = section.items.filter((item) => item.page !== section.page);
  const list = items.map((item) => {
    const number = item.label === undefined ? '' : `<span class="number">${escapeHtml(item.label)}</span> `;
    return `<li>${number}${linkHtml(item, href)}</li>`;
  });
  return `<h2>${title}</h2>${list.length > 0 ? `\n<ul class="page-list">${list.join('\n')}</ul>` : ''}`;
}

function aboutItems(from: MadeFrom): { text: string; page: string }[] {
  const { index, shared } = from;
  const own = [...shared.navigation, ...shared.footerLinks].filter(
    ({ page }) => Object.values(index.own).includes(page) && page !== index.own.contents,
  );
  const prints = printPages(from).map(({ page, application }) => ({ text: `${application.title}, on one page for printing`, page }));
  return [...own.map(({ title, page }) => ({ text: title, page })), ...prints];
}
