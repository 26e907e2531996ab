import type { Text } from 'mdast';
import { type CitationGroup, groupCitations } from '../../core/markdown/citation-groups.js';
import { findCitations } from '../../core/markdown/citations.js';
import { readable } from '../../core/markdown/readable.js';
import { rangeOf } from '../../core/markdown/visit.js';
import { findWikiLinks, type WikiLink } from '../../core/markdown/wiki-links.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { anchorHref } from '../href.js';
import { citationHtml } from './citations.js';
import { writeProse } from './terms.js';
import type { Writing } from './writing.js';

type Marked = { readonly wiki: WikiLink; readonly start: number; readonly end: number } | CitationGroup;

/** Writes a text with its wiki links, citations and terms. */
export function writeText(writing: Writing, node: Text): void {
  const marked = node.value.includes('[') ? markedIn(writing, node) : undefined;
  if (!marked || marked.found.length === 0) {
    writeProse(writing, node.value);
    return;
  }
  const { source, found } = marked;
  let at = 0;
  for (const one of found) {
    if (one.start < at) continue;
    const embed = 'wiki' in one && one.wiki.embed;
    if (one.start > at) writeProse(writing, readable(source.slice(at, embed ? one.start - 1 : one.start)));
    if ('wiki' in one) writeWikiLink(writing, one.wiki);
    else writing.html += citationHtml(writing, one, source);
    at = one.end;
  }
  if (at < source.length) writeProse(writing, readable(source.slice(at)));
}

function markedIn(writing: Writing, node: Text): { source: string; found: Marked[] } | undefined {
  if (!node.value.includes('[[') && !node.value.includes('@')) return undefined;
  // The stretch of source rather than the node's value: there escapes can still be seen.
  const { start, end } = rangeOf(node);
  const source = writing.text.slice(start, end);
  const wikis = findWikiLinks(source, 0).map((wiki) => ({ wiki, start: wiki.start, end: wiki.end }));
  const citations = groupCitations(source, findCitations(source, 0));
  return { source, found: [...wikis, ...citations].sort((a, b) => a.start - b.start) };
}

function writeWikiLink(writing: Writing, link: WikiLink): void {
  const { wikiLinks, pageOf, document } = writing.options;
  const key = link.heading === undefined ? link.target : `${link.target}#${link.heading}`;
  const to = Object.hasOwn(wikiLinks, key) ? wikiLinks[key] : undefined;
  const label = readable(link.label ?? to?.title ?? link.target);
  writing.words += label;
  if (!to || writing.inLink) writing.html += escapeHtml(label);
  else if (to.fragment !== undefined && to.page === pageOf(document)) {
    writing.html += `<a href="${anchorHref(writing.prefix + to.fragment)}">${escapeHtml(label)}</a>`;
  } else writing.html += `<a href="${escapeHtml(writing.href(to.page, to.fragment))}">${escapeHtml(label)}</a>`;
}
