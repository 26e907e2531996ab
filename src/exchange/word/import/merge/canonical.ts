import type { Nodes, Parent, RootContent } from 'mdast';
import { markdownOf } from '../markdown/to-markdown.js';

/**
 * A block of Markdown in one form for all that says the same: lines, marks and ways to write links aside.
 * @param addresses what the link definitions of its document stand for
 */
export function canonicalBlock(block: RootContent, addresses: ReadonlyMap<string, string>): string {
  simplify(block, addresses);
  return markdownOf({ type: 'root', children: [block] });
}

function simplify(node: Nodes, addresses: ReadonlyMap<string, string>): void {
  if (node.type === 'text') node.value = node.value.replace(/\s+/g, ' ');
  if (node.type === 'image' || node.type === 'link') node.title = null;
  // Which number a note has depends on what stands before it.
  if (node.type === 'footnoteReference') Object.assign(node, { identifier: 'note', label: 'note' });
  if (node.type === 'list') node.spread = false;
  if (node.type === 'listItem') node.spread = false;
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const [index, child] of parent.children.entries()) {
    simplify(child, addresses);
    const url = child.type === 'linkReference' ? addresses.get(child.identifier) : undefined;
    if (child.type === 'linkReference' && url !== undefined) parent.children[index] = { type: 'link', url, children: child.children };
  }
}
