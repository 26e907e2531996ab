import type { Root } from 'mdast';
import { slugOf } from './slug.js';
import { type NodesByType, plainText } from './visit.js';

const HTML_ANCHOR = /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi;

/** The places in a document that a link can lead to beside its own headings: HTML anchors, headings in quotations and lists. */
export function anchorsOf(root: Root, nodes: NodesByType): string[] {
  const found = new Set<string>();
  for (const node of nodes.of('html')) {
    if (!/^\s*<[a-z]/i.test(node.value)) continue;
    for (const match of node.value.matchAll(HTML_ANCHOR)) found.add(match[1] ?? '');
  }
  const headings = nodes.of('heading');
  const own = new Set<unknown>(root.children.filter((node) => node.type === 'heading'));
  if (own.size === headings.length) return [...found];
  for (const heading of headings) if (!own.has(heading)) found.add(slugOf(plainText(heading)));
  return [...found];
}
