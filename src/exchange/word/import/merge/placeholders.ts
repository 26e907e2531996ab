import { plainText } from '../../../../core/markdown/visit.js';
import { placeholder } from '../../../../language/scaffold/scaffold-file.js';
import { type Block, isDefinition } from './read-markdown.js';

/**
 * Whether blocks are nothing, or exactly what a new document has in a section: its placeholder, and headings of parts with theirs.
 * What somebody wrote to be reminded of something is more than that.
 * @param placeholders those that sections of such a document begin with
 */
export function isUnwritten(blocks: readonly Block[], placeholders: ReadonlySet<string>): boolean {
  const written = blocks.filter(({ node }) => !isDefinition(node));
  return written.every(({ node, source }, index) => {
    const [above, below] = [written[index - 1], written[index + 1]];
    if (node.type === 'heading') return below !== undefined && isOfPart(below, node);
    if (node.type !== 'paragraph') return false;
    return placeholders.has(oneLine(source)) || (above?.node.type === 'heading' && isOfPart({ node, source }, above.node));
  });
}

function isOfPart({ node, source }: Pick<Block, 'node' | 'source'>, heading: Block['node']): boolean {
  const title = oneLine(plainText(heading));
  return node.type === 'paragraph' && oneLine(source) === oneLine(placeholder(`What “${title}” means here.`));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
