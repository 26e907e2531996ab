import { diffArrays } from 'diff';
import type { RootContent } from 'mdast';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { canonicalBlock } from './canonical.js';

/** A block of a section: its Markdown as it is written, and in the one form for all that says the same. */
interface Block {
  readonly source: string;
  readonly canonical: string;
}

/**
 * A section with what a Word document says, in which every block that says the same is left as it was written.
 * @returns undefined where all of it says the same
 */
export function mergeBlocks(before: string, after: string, parser: MarkdownParser): string | undefined {
  const [old, fresh] = [blocksOf(before, parser), blocksOf(after, parser)];
  const changes = diffArrays([...old], [...fresh], { comparator: (one, other) => one.canonical === other.canonical });
  if (!changes.some(({ added, removed }) => added || removed)) return undefined;
  let at = 0;
  const kept: string[] = [];
  for (const { added, removed, count, value } of changes) {
    if (added) kept.push(...value.map(({ source }) => source));
    else if (!removed) kept.push(...old.slice(at, at + count).map(({ source }) => source));
    if (!added) at += count;
  }
  return kept.join('\n\n');
}

function blocksOf(markdown: string, parser: MarkdownParser): Block[] {
  const { children } = parser.parse(markdown);
  const addresses = new Map(children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  return children
    .filter((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition')
    .map((node) => ({ source: sourceOf(node, markdown), canonical: canonicalBlock(node, addresses) }));
}

function sourceOf({ position }: RootContent, markdown: string): string {
  return markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
