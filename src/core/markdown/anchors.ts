import type { Root } from 'mdast';
import { slugOf } from './slug.js';
import { type NodesByType, plainText } from './visit.js';

const HTML_ANCHOR = /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi;

/** The places in a document that a link can lead to beside its own headings: HTML anchors, headings in quotations and lists. */
export function anchorsOf(root: Root, nodes: NodesByType): string[] {
  const found = new Set<string>();
  for (const node of nodes.of('html')) for (const anchor of htmlAnchors(node.value)) found.add(anchor);
  const headings = nodes.of('heading');
  const own = new Set<unknown>(root.children.filter((node) => node.type === 'heading'));
  if (own.size === headings.length) return [...found];
  for (const heading of headings) if (!own.has(heading)) found.add(slugOf(plainText(heading)));
  return [...found];
}

/** The anchors that raw HTML names, whatever its tags are. */
export function htmlAnchors(html: string): string[] {
  if (!/^\s*<[a-z]/i.test(html)) return [];
  return Array.from(html.matchAll(HTML_ANCHOR), (match) => match[1] ?? '');
}
