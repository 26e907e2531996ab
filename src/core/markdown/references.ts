import type { Image, Link, Nodes } from 'mdast';
import type { Heading, LinkReference, Reference } from '../facts/types.js';
import type { OffsetRange } from '../text/range.js';
import { findCitations } from './citations.js';
import { linkTarget } from './link-target.js';
import { type NodesByType, rangeOf } from './visit.js';
import { findWikiLinks } from './wiki-links.js';

/**
 * Everything in a document's text that refers to something: links, images, wiki links and citations, in order.
 * @param path the document's path from the root
 */
export function referencesOf(path: string, text: string, nodes: NodesByType, headings: readonly Heading[]): Reference[] {
  const found: Reference[] = [];
  for (const node of nodes.of('link')) found.push(link(path, text, node));
  for (const node of nodes.of('image')) found.push(link(path, text, node));
  for (const node of nodes.of('definition')) {
    const range = rangeOf(node);
    found.push(
      reference(
        'link',
        path,
        node.url,
        range,
        urlRange(text, { start: range.start + Math.max(0, text.slice(range.start, range.end).indexOf(']:')), end: range.end }, node.url),
      ),
    );
  }
  for (const node of nodes.of('text')) fromText(text, rangeOf(node), headings, found);
  return found.sort((a, b) => a.start - b.start);
}

function link(path: string, text: string, node: Link | Image): LinkReference {
  const range = rangeOf(node);
  const last = node.type === 'link' ? (node.children[node.children.length - 1] as Nodes | undefined) : undefined;
  // An image's alternative text is often the file's name: the address is what stands behind it.
  const before = node.type === 'image' ? range.start + Math.max(0, text.slice(range.start, range.end).lastIndexOf('](')) : range.start;
  const labelEnd = last ? rangeOf(last).end : before;
  return reference(node.type, path, node.url, range, urlRange(text, { start: labelEnd, end: range.end }, node.url));
}

function reference(
  via: LinkReference['via'],
  from: string,
  url: string,
  range: OffsetRange,
  address: OffsetRange | undefined,
): LinkReference {
  const target = linkTarget(from, url);
  const made: { -readonly [K in keyof LinkReference]: LinkReference[K] } = { via, url, start: range.start, end: range.end };
  if (address) made.urlRange = address;
  if (target.path !== undefined) made.path = target.path;
  if (target.fragment !== undefined) made.fragment = target.fragment;
  if (target.outside) made.outside = true;
  return made;
}

function urlRange(text: string, within: OffsetRange, url: string): OffsetRange | undefined {
  const at = url === '' ? -1 : text.slice(within.start, within.end).indexOf(url);
  return at < 0 ? undefined : { start: within.start + at, end: within.start + at + url.length };
}

function fromText(text: string, range: OffsetRange, headings: readonly Heading[], found: Reference[]): void {
  // The stretch of source rather than the node's value: there offsets are exact and escapes can still be seen.
  const source = text.slice(range.start, range.end);
  if (!source.includes('[')) return;
  for (const wiki of findWikiLinks(source, range.start)) found.push({ via: 'wiki-link', ...wiki });
  for (const citation of findCitations(source, range.start)) {
    found.push({ via: 'citation', ...citation, section: sectionAt(headings, citation.start) });
  }
}

/** The index of the innermost section at an offset; -1 before the first heading. */
export function sectionAt(headings: readonly Heading[], offset: number): number {
  let [low, high] = [-1, headings.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((headings[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
