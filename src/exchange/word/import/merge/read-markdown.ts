import type { Nodes, Root, RootContent } from 'mdast';
import type { Heading } from '../../../../core/facts/types.js';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { headingsOf } from '../../../../core/markdown/sections.js';
import { canonicalBlock } from './canonical.js';
import { isUnseen } from './unseen.js';

/** A block of a text: its Markdown as it is written, and in the one form for all that says the same. */
export interface Block {
  readonly node: RootContent;
  /** Where its first line begins. */
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly canonical: () => string;
  /** Whether readers see nothing of it, as of a comment or a definition: no copy has it, and it stays where it is. */
  readonly isSilent: boolean;
}

/** A note at the foot of a text. */
export interface Note {
  readonly label: string;
  /** What it says, its marks and lines aside. */
  readonly words: string;
  readonly source: string;
}

/** A text of Markdown with what is known of it. */
export interface ReadMarkdown {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly notes: readonly Note[];
  /** The definitions of its links and notes, as it has them. */
  readonly definitions: string;
  readonly root: Root;
}

/**
 * Reads a text of Markdown.
 * @param besides definitions of links and notes that are no part of it, and that it refers to
 */
export function readMarkdown(text: string, parser: MarkdownParser, besides = ''): ReadMarkdown {
  const whole = besides === '' ? text : `${text}\n\n${besides}\n`;
  const root = parser.parse(whole);
  const addresses = new Map(root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  const defined = root.children.flatMap((node) =>
    node.type === 'footnoteDefinition' ? [{ node, label: node.label ?? node.identifier, words: wordsOf(node) }] : [],
  );
  const notes = new Map(defined.map(({ node, words }) => [node.identifier, words]));
  const own = root.children.filter((node) => startOf(node) < text.length);
  const blocks = own.filter(({ type }) => type !== 'yaml').map((node) => blockOf(node, text, { addresses, notes }));
  return {
    text,
    root,
    blocks,
    headings: headingsOf({ ...root, children: own }, text.length),
    notes: defined.filter(({ node }) => own.includes(node)).map(({ node, ...note }) => ({ ...note, source: sourceOf(node, whole) })),
    definitions: own
      .filter(isDefinition)
      .map((node) => sourceOf(node, text))
      .join('\n\n'),
  };
}

/** Whether a block says what others refer to: where a link leads, or what a note says. */
export function isDefinition({ type }: RootContent): boolean {
  return type === 'definition' || type === 'footnoteDefinition';
}

/** All nodes of a tree of a type. */
export function nodesIn<Type extends Nodes['type']>(node: Nodes, type: Type): Extract<Nodes, { type: Type }>[] {
  const below = 'children' in node ? node.children.flatMap((child) => nodesIn(child, type)) : [];
  return node.type === type ? [node as Extract<Nodes, { type: Type }>, ...below] : below;
}

function blockOf(node: RootContent, text: string, definitions: Parameters<typeof canonicalBlock>[1]): Block {
  const end = Math.min(node.position?.end.offset ?? 0, text.length);
  const line = text.lastIndexOf('\n', startOf(node) - 1) + 1;
  // The blanks that a block begins with belong to it: lines of code are measured by them.
  const start = text.slice(line, startOf(node)).trim() === '' ? line : startOf(node);
  let canonical: string | undefined;
  return {
    ...{ node, start, end, source: text.slice(start, end), isSilent: isDefinition(node) || isUnseen(node) },
    canonical: () => {
      canonical ??= canonicalBlock(structuredClone(node), definitions);
      return canonical;
    },
  };
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function sourceOf(node: RootContent, markdown: string): string {
  return markdown.slice(startOf(node), node.position?.end.offset ?? 0);
}

function wordsOf(node: Nodes): string {
  return noteText(node).replace(/\s+/g, ' ').trim();
}

function noteText(node: Nodes): string {
  if (isUnseen(node)) return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  const url = node.type === 'link' || node.type === 'image' ? ` ${node.url} ` : '';
  return 'children' in node ? url + node.children.map(noteText).join('') : url;
}
