import type { Element, Nodes, RootContent } from 'hast';

/** Whether a node is an element of one of these names. */
export function isElement<Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { readonly tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName as Name));
}

/** The level of a heading; 0 where the node is none. */
export function headingLevel(node: RootContent): number {
  const level = isElement(node) ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined;
  return Number(level ?? 0);
}

/** The text of nodes, on one line. */
export function plainTextOf(...nodes: readonly Nodes[]): string {
  return nodes.map(rawText).join(' ').replace(/\s+/g, ' ').trim();
}

/** The id of the footnote or endnote that an element refers to; undefined where it is something else. */
export function noteIn(node: Nodes): string | undefined {
  const link = isElement(node, 'sup') ? node.children.find((child) => isElement(child, 'a')) : undefined;
  const href = link && isElement(link) ? link.properties['href'] : undefined;
  return typeof href === 'string' && /^#(?:foot|end)note-\d+$/.test(href) ? href.slice(1) : undefined;
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  // The number of a note is no word of what it stands at.
  if (!('children' in node) || noteIn(node) !== undefined) return '';
  const text = node.children.map(rawText).join('');
  return isElement(node, 'p', 'li', 'br', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') ? `${text} ` : text;
}

/** The ids that links can lead to, of the nodes and of all that is in them. */
export function idsIn(...nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    const own = isElement(node) && typeof node.properties['id'] === 'string' ? [node.properties['id']] : [];
    return 'children' in node ? [...own, ...idsIn(...node.children)] : own;
  });
}
