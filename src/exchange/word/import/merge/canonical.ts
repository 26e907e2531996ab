import type { Nodes, Parent, Root } from 'mdast';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { markdownOf } from '../markdown/to-markdown.js';

/** Markdown in one form for all that says the same: lines, marks and ways to write links aside. */
export function canonical(markdown: string, parser: MarkdownParser): string {
  const root = parser.parse(markdown);
  const addresses = new Map<string, string>();
  for (const node of root.children) if (node.type === 'definition') addresses.set(node.identifier, node.url);
  root.children = root.children.filter((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition');
  for (const child of root.children) simplify(child, addresses);
  return markdownOf(root as Root);
}

function simplify(node: Nodes, addresses: ReadonlyMap<string, string>): void {
  if (node.type === 'text') node.value = node.value.replace(/\s+/g, ' ');
  if (node.type === 'image') node.title = null;
  if (node.type === 'link') node.title = null;
  // Which number a note has depends on what stands before it.
  if (node.type === 'footnoteReference') Object.assign(node, { identifier: 'note', label: 'note' });
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const [index, child] of parent.children.entries()) {
    simplify(child, addresses);
    const url = child.type === 'linkReference' ? addresses.get(child.identifier) : undefined;
    if (child.type === 'linkReference' && url !== undefined) parent.children[index] = { type: 'link', url, children: child.children };
  }
}
