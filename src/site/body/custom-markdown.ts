import type { Root } from 'mdast';
import { linkTarget } from '../../core/markdown/link-target.js';
import { NodesByType } from '../../core/markdown/visit.js';
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

/** The paths from the guidance root that links and pictures in such a part name. */
export function pathsInCustomMarkdown(tree: Root): string[] {
  const nodes = new NodesByType(tree);
  return [...nodes.of('link'), ...nodes.of('image'), ...nodes.of('definition')].flatMap(({ url }) => linkTarget('', url).path ?? []);
}
