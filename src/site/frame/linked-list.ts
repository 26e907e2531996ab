import { escapeHtml } from '../../core/text/escape-html.js';
import type { LinkedText } from '../types.js';
import { type Href, linkHtml } from './links.js';

/** A list of texts, each linked where it has a page, with what is said of it below. */
export function linkedList(items: readonly LinkedText[], href: Href): string {
  return `<ul class="linked">${items.map((item) => `<li>${linkedText(item, href)}</li>`).join('')}</ul>`;
}

/** A text, linked where it has a page, with its note. */
export function linkedText({ text, page, note }: LinkedText, href: Href): string {
  const linked = page === undefined ? `<span class="about">${escapeHtml(text)}</span>` : linkHtml({ title: text, page }, href);
  return note === undefined ? linked : `${linked} <span class="note">${escapeHtml(note)}</span>`;
}
