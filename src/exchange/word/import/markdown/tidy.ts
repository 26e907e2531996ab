import type { Delete, Emphasis, List, ListItem, Nodes, Paragraph, Parent, PhrasingContent, Root, RootContent, Strong } from 'mdast';

/** Latin words that are set in italics in citations, and are no emphasis. */
const LATIN = /^(?:et\.? al\.?|ibid\.?|op\. ?cit\.?),?$/i;
/** What stands on lines of its own. */
const BLOCKS = ['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'code', 'table', 'tableRow', 'tableCell'];
const LINE_BREAK: PhrasingContent = { type: 'html', value: '<br>' };
const MARKS = ['strong', 'emphasis', 'delete'];

/**
 * Takes out of a tree what word processors leave in it: marks around nothing or around blanks, the same mark twice in a
 * row, bold headings, hard blanks, and empty paragraphs.
 */
export function tidied(root: Root): Root {
  tidy(root);
  return root;
}

function tidy(node: Nodes): void {
  if (node.type === 'text') node.value = node.value.replace(/[\u00A0\u2007\u202F]/g, ' ').replace(/\u00AD/g, '');
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const child of parent.children) tidy(child);
  if (node.type === 'listItem') tick(node);
  if (node.type === 'tableCell') node.children = inOneLine(node.children);
  if (isPhrasing(parent))
    parent.children = trimmed(joined((parent.children as PhrasingContent[]).flatMap((child) => loosened(child, parent))), parent);
  else {
    const kept = parent.children.filter((child) => !(child.type === 'paragraph' && child.children.length === 0));
    parent.children = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type) ? listed(kept) : kept;
  }
}

/** Paragraphs in a row that somebody began with a typed bullet are a list; a single one is a paragraph. */
function listed(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let items: Paragraph[] = [];
  const close = () => {
    result.push(...(items.length > 1 ? [listOf(items)] : items));
    items = [];
  };
  for (const node of nodes) {
    if (node.type === 'paragraph' && bulletOf(node) !== '') items.push(node);
    else {
      close();
      result.push(node);
    }
  }
  close();
  return result;
}

function listOf(paragraphs: readonly Paragraph[]): List {
  const children = paragraphs.map((paragraph): ListItem => {
    const [first] = paragraph.children;
    if (first?.type === 'text') first.value = first.value.slice(bulletOf(paragraph).length);
    return { type: 'listItem', spread: false, children: [paragraph] };
  });
  return { type: 'list', ordered: false, spread: false, children };
}

/** The typed bullet that a paragraph begins with, and the blanks behind it. */
function bulletOf({ children: [first] }: Paragraph): string {
  return (first?.type === 'text' && /^[•·]\s+/.exec(first.value)?.[0]) || '';
}

/** What a cell of a Word document holds, on the one line that a cell of Markdown has: lines end with a tag there. */
function inOneLine(nodes: readonly Nodes[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    const isBlock = BLOCKS.includes(node.type);
    if (isBlock && line.length > 0) line.push(LINE_BREAK);
    if (node.type === 'break') line.push(LINE_BREAK);
    else if (isBlock && 'children' in node) line.push(...inOneLine(node.children));
    else if (node.type === 'code') line.push({ type: 'inlineCode', value: node.value });
    else line.push(node as PhrasingContent);
  }
  return line;
}

/** An item that begins with a box is a task. */
function tick(item: ListItem): void {
  const [first] = item.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const [box, sign] = (text?.type === 'text' && /^([☐☒☑])\s+/.exec(text.value)) || [];
  if (text?.type !== 'text' || box === undefined) return;
  text.value = text.value.slice(box.length);
  item.checked = sign !== '☐';
}

function isPhrasing(node: Parent): boolean {
  return ['paragraph', 'heading', 'tableCell', 'link', ...MARKS].includes(node.type);
}

/** A mark without the blanks at its ends; its text alone where it marks nothing that is one. */
function loosened(node: PhrasingContent, parent: Parent): PhrasingContent[] {
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete') return [node];
  const text = textOf(node);
  if (text.trim() === '') return node.children;
  if (node.type === 'emphasis' && LATIN.test(text.trim())) return [{ type: 'text', value: text }];
  if (node.type === 'strong' && parent.type === 'heading') return node.children;
  if (node.type === parent.type) return node.children;
  return [blank(text.trimStart() !== text), trimmedMark(node), blank(text.trimEnd() !== text)].flat();
}

function blank(isThere: boolean): PhrasingContent[] {
  return isThere ? [{ type: 'text', value: ' ' }] : [];
}

function trimmedMark(node: Delete | Emphasis | Strong): PhrasingContent {
  const [first] = node.children;
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = node.children[node.children.length - 1];
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return { ...node, children: node.children.filter((child) => child.type !== 'text' || child.value !== '') };
}

/** The same mark twice in a row is one, and so is text. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result[result.length - 1];
    if (last?.type === 'text' && node.type === 'text') last.value += node.value;
    else if (last && last.type === node.type && 'children' in last && 'children' in node && MARKS.includes(node.type))
      last.children = joined([...last.children, ...node.children] as PhrasingContent[]) as typeof last.children;
    else result.push(node);
  }
  return result;
}

/** Without blanks and line breaks at the ends of a block. */
function trimmed(nodes: PhrasingContent[], parent: Parent): PhrasingContent[] {
  for (const node of nodes) if (node.type === 'text') node.value = node.value.replace(/[^\S\n]+/g, ' ');
  if (MARKS.includes(parent.type) || parent.type === 'link') return nodes;
  let [start, end] = [0, nodes.length];
  while (start < end && isBlank(nodes[start])) start++;
  while (end > start && isBlank(nodes[end - 1])) end--;
  const inside = nodes.slice(start, end);
  const [first] = inside;
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = inside[inside.length - 1];
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return inside;
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image' || node.type === 'footnoteReference') return '\uFFFC';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
