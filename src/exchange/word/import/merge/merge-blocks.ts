import { diffArrays } from 'diff';
import type { Nodes, RootContent } from 'mdast';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { canonicalBlock } from './canonical.js';
import { isUnseen } from './unseen.js';

/** A block of a section: its Markdown as it is written, and in the one form for all that says the same. */
interface Block {
  readonly source: string;
  readonly canonical: string;
  /** Whether readers see nothing of it, as of a comment: no copy has it, and it stays where it is. */
  readonly isSilent: boolean;
}

/** A section, and the definitions of links and footnotes of its document, as Markdown. */
export interface DefinedSection {
  readonly text: string;
  readonly definitions: string;
}

/**
 * A section with what a Word document says, in which every block that says the same is left as it was written.
 * @returns undefined where all of it says the same
 */
export function mergeBlocks(before: DefinedSection, after: DefinedSection, parser: MarkdownParser): string | undefined {
  const [old, fresh] = [blocksOf(before, parser), blocksOf(after, parser)];
  const spoken = old.filter(({ isSilent }) => !isSilent);
  const changes = diffArrays(spoken, [...fresh], { comparator: (one, other) => one.canonical === other.canonical });
  if (!changes.some(({ added, removed }) => added || removed)) return undefined;
  const left = [...old];
  const kept: Block[] = [];
  for (const { added, removed, count, value } of changes) {
    if (added) kept.push(...value);
    else for (let passed = 0; passed < count; ) passed += pass(left, kept, removed) ? 0 : 1;
  }
  return [...kept, ...left].map(({ source }) => source).join('\n\n');
}

/** Goes on by one block, which is kept unless it is removed. @returns whether it is a silent one, which is kept always */
function pass(left: Block[], kept: Block[], isRemoved: boolean): boolean {
  const [block] = left.splice(0, 1);
  if (block && (block.isSilent || !isRemoved)) kept.push(block);
  return block?.isSilent === true;
}

/** The definitions of links and footnotes in a document, as it has them. */
export function definitionsIn(markdown: string, parser: MarkdownParser): string {
  const { children } = parser.parse(markdown);
  return children
    .filter(isDefinition)
    .map((node) => sourceOf(node, markdown))
    .join('\n\n');
}

function blocksOf({ text, definitions }: DefinedSection, parser: MarkdownParser): Block[] {
  const markdown = `${text}\n\n${definitions}\n`;
  const { children } = parser.parse(markdown);
  const addresses = new Map(children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  const notes = new Map(
    children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, noteText(node).replace(/\s+/g, ' ').trim()] as const] : [],
    ),
  );
  return children
    .filter((node) => !isDefinition(node))
    .map((node) => ({
      source: sourceOf(node, markdown),
      isSilent: isUnseen(node),
      canonical: canonicalBlock(node, { addresses, notes }),
    }));
}

function isDefinition({ type }: RootContent): boolean {
  return type === 'definition' || type === 'footnoteDefinition';
}

/** What a note says, its marks and lines aside. */
function noteText(node: Nodes): string {
  if (isUnseen(node)) return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  const url = node.type === 'link' || node.type === 'image' ? ` ${node.url} ` : '';
  return 'children' in node ? url + node.children.map(noteText).join('') : url;
}

function sourceOf({ position }: RootContent, markdown: string): string {
  return markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
