import type { SiteShared } from './types.js';

/**
 * The address of one page of the site as a link on another writes it.
 *
 * Every part is percent-encoded, so that no name of a file can be read as a scheme, a query or a fragment.
 * @param fromPage the page that holds the link, from the root of the site
 * @param toPage the page or file that is meant, from the root of the site, as its name is written (not encoded)
 * @param fragment the id on that page, not encoded
 */
export function relativeHref(fromPage: string, toPage: string, fragment?: string): string {
  const anchor = fragment ? anchorHref(fragment) : '';
  if (fromPage === toPage && anchor !== '') return anchor;
  let shared = 0;
  for (let at = 0; at < fromPage.length && fromPage[at] === toPage[at]; at++) if (fromPage[at] === '/') shared = at + 1;
  let up = '';
  for (let at = fromPage.indexOf('/', shared); at >= 0; at = fromPage.indexOf('/', at + 1)) up += '../';
  const down = toPage.slice(shared);
  return `${up}${encodedPath(down)}${anchor}` || './';
}

/**
 * The same for an address that has its fragment behind `#`, as the site gives them to sources and terms.
 * A `#` in the name of a page or file is no such thing: fragments stand behind the ending of a page.
 * @param address a page or file, from the root of the site, not encoded
 */
export function relativeAddress(fromPage: string, address: string): string {
  const [, page, fragment] = /^(.*\.html)#(.*)$/s.exec(address) ?? [];
  if (page === undefined || address.endsWith('.html')) return relativeHref(fromPage, address);
  return relativeHref(fromPage, page, fragment);
}

/** The address of an id on the same page. */
export function anchorHref(id: string): string {
  return `#${encodedPart(id)}`;
}

const PLAIN_PATH = /^[\w.~/-]*$/;

/** A path as an address has it, each part percent-encoded. */
export function encodedPath(path: string): string {
  return PLAIN_PATH.test(path) ? path : path.split('/').map(encodedPart).join('/');
}

/** A part of a path, or a fragment, as an address has it. Half a character has no code of its own and becomes U+FFFD. */
function encodedPart(part: string): string {
  if (/^[\w.~-]*$/.test(part)) return part;
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** The address of a page on the web; undefined where the site has none. */
export function webAddressOf(page: string, shared: Pick<SiteShared, 'address'>): string | undefined {
  if (shared.address === undefined) return undefined;
  const path = page.replace(/(^|\/)index\.html$/, '$1');
  return shared.address + encodedPath(path);
}
