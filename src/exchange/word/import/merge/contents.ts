import type { List } from 'mdast';
import type { Block } from './read-markdown.js';

/**
 * Where the list of links to guidance stands that a new overview has, with the line above it: Word documents need none, and it is not
 * lost where they have none.
 * @param fresh what the Word document has there
 * @returns the starts of its blocks; none where the Word document has such a list itself
 */
export function contentsIn(blocks: readonly Block[], fresh: readonly Block[], isGuidance: (url: string) => boolean): ReadonlySet<number> {
  const isContents = ({ node }: Block) => node.type === 'list' && isListOfLinks(node, isGuidance);
  if (fresh.some(isContents)) return new Set();
  const starts = blocks.flatMap((block, index) => {
    const above = blocks[index - 1];
    if (!isContents(block)) return [];
    return above?.node.type === 'paragraph' && above.source.trimEnd().endsWith(':') && !says(above, fresh)
      ? [above.start, block.start]
      : [block.start];
  });
  return new Set(starts);
}

function says(block: Block, fresh: readonly Block[]): boolean {
  return fresh.some((one) => one.canonical() === block.canonical());
}

function isListOfLinks({ children }: List, isGuidance: (url: string) => boolean): boolean {
  return children.every(({ children: [only, ...others] }) => {
    if (others.length > 0 || only?.type !== 'paragraph') return false;
    const [link, ...more] = only.children;
    return more.length === 0 && link?.type === 'link' && isGuidance(link.url);
  });
}
