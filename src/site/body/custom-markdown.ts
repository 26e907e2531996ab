import type { Root } from 'mdast';
import { renderBody } from './render-body.js';

/**
 * Makes the HTML of the publisher's own header or footer, which stands on every page: in its addresses, `{root}` stands
 * for the way from a page to the root of the site.
 * @param tree the Markdown as a parser reads it; its links start at the guidance root
 * @param place which part it is: it keeps the ids of its notes apart from those of the page
 * @param pageOf as for a document's text
 */
export function renderCustomMarkdown(
  tree: Root,
  text: string,
  place: 'header' | 'footer',
  pageOf: (path: string) => string | undefined,
): string {
  const options = { document: '', page: '', pageOf, wikiLinks: {}, sources: {}, terms: [], idPrefix: `site:${place}-` };
  return renderBody(tree, text, { ...options, onEveryPage: true }).html;
}
