import type { Root } from 'mdast';

/**
 * The port through which Markdown becomes a tree.
 *
 * A parser reads CommonMark with GFM and YAML front matter, and gives every node its position with offsets.
 * Implementations are held together by a differential test.
 */
export interface MarkdownParser {
  /** Names the implementation and its version: part of the key of cached facts. */
  readonly name: string;
  parse(text: string): Root;
}
