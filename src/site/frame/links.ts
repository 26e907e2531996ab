import { escapeHtml } from '../../core/text/escape-html.js';
import { relativeAddress } from '../href.js';
import type { NavigationItem, SiteShared } from '../types.js';

/** Makes addresses on a page from paths that start at the site's root. */
export type Href = (page: string) => string;

/** Addresses as a page needs them. */
export function hrefFrom(page: { readonly page: string; readonly absolute?: boolean }, shared: SiteShared): Href {
  return page.absolute ? (to) => shared.base + relativeAddress('', to) : (to) => relativeAddress(page.page, to);
}

/** A link of the site's own. */
export function linkHtml({ title, page }: NavigationItem, href: Href, attributes = ''): string {
  return `<a href="${escapeHtml(href(page))}"${attributes}>${escapeHtml(title)}</a>`;
}

/** Says of a link that it leads to the page that is shown. */
export function current(is: boolean): string {
  return is ? ' aria-current="page"' : '';
}
