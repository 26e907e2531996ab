import { escapeHtml } from '../../core/text/escape-html.js';
import { relativeHref } from '../href.js';
import { searchForm } from '../search/search-html.js';
import type { NavigationItem, SiteShared } from '../types.js';
import { headHtml, type PageHead } from './head.js';
import { current, type Href, hrefFrom, linkHtml } from './links.js';

/** A page before its frame is put round it. */
export interface FramedPage extends PageHead {
  readonly breadcrumbs: readonly NavigationItem[];
  /** HTML of everything inside `<main>`. */
  readonly main: string;
  /** HTML beside the main text, such as the section's navigation. */
  readonly aside?: string;
  /** HTML above everything, such as a notice. */
  readonly notice?: string;
  /** The address that “exit this page” goes to. */
  readonly exit?: string | undefined;
  /** Whether addresses start at the site's base, since the page is shown at any depth. */
  readonly absolute?: boolean;
}

/** A whole page of the site. Its own ids begin with `site:`, which no id of a document's text does. */
export function pageHtml(page: FramedPage, shared: SiteShared): string {
  const href = hrefFrom(page, shared);
  const root = page.absolute ? shared.base : relativeHref(page.page, '');
  return `<!doctype html>
<html lang="${escapeHtml(shared.lang)}" data-root="${escapeHtml(root)}">
<head>
${headHtml(page, shared, href)}
</head>
<body>
<a class="skip-link" href="#site:main">Skip to main content</a>
${headerHtml(page, shared, href, root)}
${errorsNotice(shared)}${page.notice ?? ''}<div class="width">
${breadcrumbsHtml(page, href)}<div class="columns${page.aside ? ' has-aside' : ''}">
<main id="site:main" tabindex="-1">
${page.main}
</main>
${page.aside ?? ''}</div>
</div>
${footerHtml(shared, href, root)}
</body>
</html>
`;
}

function headerHtml(page: FramedPage, shared: SiteShared, href: Href, root: string): string {
  const logo = shared.logo ? `<img class="logo" src="${escapeHtml(href(shared.logo.path))}" alt="${escapeHtml(shared.logo.alt)}">` : '';
  const items = shared.navigation.map((item) => `<li>${linkHtml(item, href, current(item.page === page.page))}</li>`);
  return `<header class="site-header">${page.exit === undefined ? '' : exitHtml(page.exit)}${publisherPart('header', shared.header, root)}<div class="width">
<a class="site-name" href="${escapeHtml(href(shared.pages.home))}">${logo}<span>${escapeHtml(shared.title)}</span></a>
${page.page === shared.pages.search ? '' : searchForm(root + shared.pages.search, href(shared.assets.search))}
<nav class="site-nav" aria-label="Main"><ul>${items.join('')}</ul></nav>
</div></header>`;
}

/** That an export was forced in spite of errors in what stands behind every page. */
function errorsNotice({ errors }: SiteShared): string {
  if (errors === 0) return '';
  return `<section class="notices" aria-label="Errors"><div class="width"><p><strong class="tag tag-error">Errors</strong> This site was published with ${errors} ${errors === 1 ? 'error' : 'errors'} in the files behind it.</p></div></section>\n`;
}

function breadcrumbsHtml({ breadcrumbs }: FramedPage, href: Href): string {
  if (breadcrumbs.length === 0) return '';
  const items = breadcrumbs.map((item) => `<li>${linkHtml(item, href)}</li>`);
  return `<nav class="breadcrumbs" aria-label="Breadcrumb"><ol>${items.join('')}</ol></nav>\n`;
}

function footerHtml(shared: SiteShared, href: Href, root: string): string {
  const links = shared.footerLinks.map((item) => `<li>${linkHtml(item, href)}</li>`);
  const feed = shared.pages.feed === undefined ? '' : `<li><a href="${escapeHtml(href(shared.pages.feed))}">Feed</a></li>`;
  return `<footer class="site-footer"><div class="width">
${publisherPart('footer', shared.footer, root)}${shared.disclaimer === undefined ? '' : `<p class="disclaimer">${escapeHtml(shared.disclaimer)}</p>\n`}<ul class="footer-links">${links.join('')}${feed}</ul>
</div></footer>`;
}

function publisherPart(place: 'header' | 'footer', html: string | undefined, root: string): string {
  return html === undefined ? '' : `<div class="publisher-${place}">${html.replaceAll('{root}', () => escapeHtml(root))}</div>\n`;
}

/** A way out at once: a link, so that it also works without the script that clears the page first. */
function exitHtml(address: string): string {
  return `<a class="exit-page" href="${escapeHtml(address)}" rel="nofollow noopener noreferrer" data-exit>Exit this page</a>\n`;
}
