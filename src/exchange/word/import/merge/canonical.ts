import type { Nodes, Parent, PhrasingContent, RootContent } from 'mdast';
import { tidied } from '../markdown/tidy.js';
import { markdownOf } from '../markdown/to-markdown.js';
import { canonicalPhrasing } from './canonical-phrasing.js';
import { isUnseen } from './unseen.js';

/**
 * A block of Markdown in one form for all that says the same: lines, marks, ways to write links and what no copy for Word holds aside.
 * @param definitions what the link definitions and the footnotes of its document stand for
 */
export function canonicalBlock(block: RootContent, definitions: Definitions): string {
  simplify(block, definitions);
  const root = tidied({ type: 'root', children: [block] });
  straighten(root);
  return markdownOf(root);
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
  if (node.type === 'list') Object.assign(node, { spread: false, start: node.ordered ? 1 : null });
  if (node.type === 'listItem') node.spread = false;
  if (node.type === 'code') Object.assign(node, { lang: null, meta: null });
  if (node.type === 'table') node.align = node.align?.map(() => null) ?? null;
  if (!('children' in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.filter((child) => !isUnseen(child));
  for (const [index, child] of parent.children.entries()) {
    simplify(child, definitions);
    const url = child.type === 'linkReference' ? definitions.addresses.get(child.identifier) : undefined;
    if (child.type === 'linkReference' && url !== undefined) parent.children[index] = { type: 'link', url, children: child.children };
  }
}

/** Puts all that stands in lines into one form. */
function straighten(node: Nodes): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    parent.children = canonicalPhrasing(parent.children as PhrasingContent[]);
  else for (const child of parent.children) straighten(child);
}
