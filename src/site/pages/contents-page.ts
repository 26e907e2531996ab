import { type Framework, KIND_NAMES } from '../../core/model/framework.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { elementPage, frameworkPage } from '../addresses.js';
import { linkedList } from '../frame/linked-list.js';
import { type Href, hrefFrom, linkHtml } from '../frame/links.js';
import type { MadeFrom } from '../plan/made-from.js';
import type { Section, SiteFile } from '../types.js';
import { ownPage } from './made-page.js';
import { printPages } from './print-page.js';

/** All pages of the site, by section: what readers without scripts have in the place of search. */
export function contentsPage(from: MadeFrom): SiteFile {
  const { index, shared } = from;
  const page = index.own.contents;
  const href = hrefFrom({ page }, shared);
  const sections = Object.values(shared.sections);
  return ownPage(
    {
      page,
      title: 'All pages',
      description: 'Everything on this site, in its sections.',
      html: `${sections.map((section) => sectionHtml(section, href)).join('\n')}
${index.snapshot.frameworks.map((framework) => frameworkHtml(framework, href)).join('\n')}
<h2>About this site</h2>
${linkedList(aboutItems(from), href)}`,
    },
    shared,
  );
}

function sectionHtml(section: Section, href: Href): string {
  const title = section.page === undefined ? escapeHtml(section.title) : linkHtml({ title: section.title, page: section.page }, href);
  const items = section.items.filter((item) => item.page !== section.page);
  const list = items.map((item) => {
    const number = item.label === undefined ? '' : `<span class="number">${escapeHtml(item.label)}</span> `;
    return `<li>${number}${linkHtml(item, href)}</li>`;
  });
  return `<h2 id="${escapeHtml(section.list.slice(section.list.indexOf('#') + 1))}">${title}</h2>${list.length > 0 ? `\n<ul class="page-list">${list.join('\n')}</ul>` : ''}`;
}

/** A framework with the pages of all its elements. */
function frameworkHtml(framework: Framework, href: Href): string {
  const elements = framework.elements.map((element) => {
    const { kind, key, shortTitle } = element;
    return `<li>${linkHtml({ title: shortTitle, page: elementPage(framework.key, kind, key) }, href)} <span class="quiet">${escapeHtml(KIND_NAMES[kind])}</span></li>`;
  });
  return `<h2>${linkHtml({ title: framework.title, page: frameworkPage(framework.key) }, href)}</h2>\n<ul class="page-list">${elements.join('\n')}</ul>`;
}

function aboutItems(from: MadeFrom): { text: string; page: string }[] {
  const { index, shared } = from;
  const own = [...shared.navigation, ...shared.footerLinks].filter(
    ({ page }) => Object.values(index.own).includes(page) && page !== index.own.contents,
  );
  const prints = printPages(from).map(({ page, application }) => ({ text: `${application.title}, on one page for printing`, page }));
  return [...own.map(({ title, page }) => ({ text: title, page })), ...prints];
}
