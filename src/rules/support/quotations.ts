import type { Blockquote, Link, Nodes } from 'mdast';
import { type NodesByType, rangeOf } from '../../core/markdown/visit.js';
import type { OffsetRange } from '../../core/text/range.js';

const computed = new WeakMap<NodesByType, readonly OffsetRange[]>();

/**
 * Whether a place holds somebody else's words, which are not ours to change: a quotation, or the text of a link to
 * another site, which is that page's title or address.
 */
export function isQuoted(at: OffsetRange, { nodes, text }: { readonly nodes: NodesByType; readonly text: string }): boolean {
  let ranges = computed.get(nodes);
  if (!ranges) {
    ranges = quotationsOf(nodes, text);
    computed.set(nodes, ranges);
  }
  return within(at.start, ranges);
}

function quotationsOf(nodes: NodesByType, text: string): OffsetRange[] {
  const quotations = nodes.of('blockquote').filter((node) => !isAlert(node, text));
  const links = nodes.of('link').filter(isExternal);
  const ranges = [...quotations, ...links, ...referencesToOtherSites(nodes)].map(rangeOf);
  return merged(ranges.sort((a, b) => a.start - b.start));
}

/** GitHub writes notes and warnings as quotations; they are nobody else's words. */
function isAlert(node: Blockquote, text: string): boolean {
  const { start } = rangeOf(node);
  return /^>\s?\[!\w+\]/.test(text.slice(start, start + 40));
}

function isExternal({ url }: Pick<Link, 'url'>): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

function referencesToOtherSites(nodes: NodesByType): Nodes[] {
  const references = nodes.of('linkReference');
  if (references.length === 0) return [];
  const external = new Set(
    nodes
      .of('definition')
      .filter(isExternal)
      .map((node) => node.identifier),
  );
  return references.filter((node) => external.has(node.identifier));
}

/** Ranges in order, those that overlap made one. */
function merged(sorted: readonly OffsetRange[]): OffsetRange[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = result[result.length - 1];
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function within(offset: number, ranges: readonly OffsetRange[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Infinity) <= offset;
}
