import type { Nodes, Parent, RootContent } from 'mdast';
import { markdownOf } from '../markdown/to-markdown.js';

/**
 * A block of Markdown in one form for all that says the same: lines, marks and ways to write links aside.
 * @param definitions what the link definitions and the footnotes of its document stand for
 */
export function canonicalBlock(block: RootContent, definitions: Definitions): string {
  simplify(block, definitions);
  return markdownOf({ type: 'root', children: [block] });
}

/** By their identifiers: the addresses of links, and the words of footnotes. */
export interface Definitions {
  readonly addresses: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
}

function simplify(node: Nodes, definitions: Definitions): void {
  if (node.type === 'text') node.value = node.value.replace(/\s+/g, ' ');
  if (node.type === 'image' || node.type === 'link') node.title = null;
  // Which number a note has depends on what stands before it: what it says counts.
  if (node.type === 'footnoteReference') {
    const label = definitions.notes.get(node.identifier) ?? 'note';
    Object.assign(node, { identifier: label, label });
  }
  if (node.type === 'list') node.spread = false;
  if (node.type === 'listItem') node.spread = false;
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const [index, child] of parent.children.entries()) {
    simplify(child, definitions);
    const url = child.type === 'linkReference' ? definitions.addresses.get(child.identifier) : undefined;
    if (child.type === 'linkReference' && url !== undefined) parent.children[index] = { type: 'link', url, children: child.children };
  }
}
