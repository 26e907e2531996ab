import type { Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { Stretch } from './citations.js';

/** Puts citations in the place of the words that cite, in all text that is no code and no link. */
export function citing(root: Root, find: (text: string) => readonly Stretch[]): Root {
  visit(root, find);
  return root;
}

function visit(node: Nodes, find: (text: string) => readonly Stretch[]): void {
  if (!('children' in node) || node.type === 'link') return;
  const parent = node as Parent;
  if (parent.children.some((child) => child.type === 'text'))
    parent.children = parent.children.flatMap((child) => cited(child as PhrasingContent, find));
  for (const child of parent.children) visit(child, find);
}

function cited(node: PhrasingContent, find: (text: string) => readonly Stretch[]): PhrasingContent[] {
  if (node.type !== 'text' || !node.value.includes('(')) return [node];
  return find(node.value).map((stretch) =>
    'text' in stretch
      ? ({ type: 'text', value: stretch.text } satisfies Text)
      : (citationNode(stretch.citation) as unknown as PhrasingContent),
  );
}

/** A citation as its Markdown: nothing in it is escaped. */
function citationNode(value: string): { type: 'citation'; value: string } {
  return { type: 'citation', value };
}
