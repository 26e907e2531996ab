import type { Root } from 'mdast';
import { writeBlocks } from './blocks.js';
import { writeFootnotes } from './footnotes.js';
import type { Body, BodyOptions } from './types.js';
import { Writing } from './writing.js';

/**
 * Makes the HTML of a document's text, with its sections and the sources that it cites.
 *
 * This is the hot path of an export: ten thousand documents are to take about a second of one core. That is why the tree
 * is walked once and its HTML written straight into a string, with links, citations, terms and sections on the way. By
 * way of HTML trees (mdast-util-to-hast, hast-util-sanitize, hast-util-to-html) each of these would be a walk of its own,
 * and those three alone take longer than all of it. The tests use them instead, to prove that this writes what they write
 * and nothing that they would have to remove.
 *
 * Documents are untrusted. Whatever comes out of one is escaped, except for tags that this writes itself.
 * @param tree the document as a parser reads it, with positions
 * @param text the text that was parsed: citations and wiki links are read from it
 */
export function renderBody(tree: Root, text: string, options: BodyOptions): Body {
  const writing = new Writing(tree, text, options);
  writeBlocks(writing, tree.children);
  writeFootnotes(writing);
  writing.endSection();
  return { html: writing.html, sections: writing.sections, cited: [...writing.cited] };
}
