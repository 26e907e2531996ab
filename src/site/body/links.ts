import { normalizeUri } from 'micromark-util-sanitize-uri';
import { linkTarget } from '../../core/markdown/link-target.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { anchorHref } from '../href.js';
import type { Writing } from './writing.js';

/** Where an address leads from a page. */
export type Destination =
  | { readonly kind: 'page' | 'web' | 'contact'; readonly href: string }
  /** A file or folder of the root that is not on the site. */
  | { readonly kind: 'absent' }
  /** What must not or cannot be followed: another scheme, or a place outside the root. */
  | { readonly kind: 'none' };

const PLAIN_ADDRESS = /^(?:[\w\-.~:/?#@!$&'()*+,;=]|%[\da-f]{2})*$/i;

/**
 * Where an address that a text gives leads, as a link on the page has to write it.
 *
 * Only the four schemes that are named here ever come out. Whatever else looks like one to a browser, by way of control
 * characters or white space, is the name of a file for us, and its colon is percent-encoded.
 */
export function destinationOf(writing: Writing, url: string): Destination {
  if (/^https?:/i.test(url)) return { kind: 'web', href: webAddress(url) };
  if (url.startsWith('//')) return { kind: 'web', href: webAddress(`https:${url}`) };
  if (/^(?:mailto|tel):/i.test(url)) return { kind: 'contact', href: webAddress(url) };
  const { options, prefix } = writing;
  const { path, fragment } = linkTarget(options.document, url);
  if (path === undefined) return { kind: 'none' };
  if (path === options.document && fragment !== undefined) {
    return { kind: 'page', href: anchorHref(fragment === 'top' ? fragment : prefix + fragment) };
  }
  const page = options.pageOf(path);
  return page === undefined ? { kind: 'absent' } : { kind: 'page', href: writing.href(page, fragment) };
}

function webAddress(url: string): string {
  return PLAIN_ADDRESS.test(url) ? url : normalizeUri(url);
}

/** Opens a link; what follows is its text, until `</a>`. */
export function openLink(to: { readonly kind: Destination['kind']; readonly href: string }, title?: string | null): string {
  const about = title ? ` title="${escapeHtml(title)}"` : '';
  return `<a href="${escapeHtml(to.href)}"${about}${to.kind === 'web' ? ' rel="noopener noreferrer"' : ''}>`;
}

/** Said behind the text of a link to what is not on the site. */
export const NOT_PUBLISHED = ' <span class="not-published">(not published)</span>';

/** Writes an image of the root as one, and one of the web as a link to it: no page asks another host for anything. */
export function writeImage(writing: Writing, url: string, alt: string, title?: string | null): void {
  const to = destinationOf(writing, url);
  const words = alt.trim();
  writing.words += words;
  if (to.kind === 'page' && isPicture(to.href)) {
    const about = title ? ` title="${escapeHtml(title)}"` : '';
    writing.html += `<img src="${escapeHtml(to.href)}" alt="${escapeHtml(words)}"${about} loading="lazy">`;
  } else if ('href' in to && !writing.inLink) {
    writing.html += `${openLink(to, title)}${escapeHtml(words || url)}</a>`;
  } else writing.html += escapeHtml(words) + (to.kind === 'absent' ? NOT_PUBLISHED : '');
}

/** A page is no picture, whatever the text says. */
function isPicture(href: string): boolean {
  return !/(?:^|\/)$|\.html?(?:#|$)|^#/.test(href);
}
