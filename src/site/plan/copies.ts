import type { PageIndex } from './page-index.js';

/** Files that a browser would run from the site's own address: nothing that a document brings may do that. */
const ACTIVE = /\.(?:html?|xht|xhtml|shtml|mht|mhtml|m?js|cjs|xml|xsl|xslt|rdf|swf|wasm)$/i;

/** Whether a file of the guidance can stand on the site as it is. */
export function isCopied(path: string): boolean {
  return !ACTIVE.test(path) && !path.includes('\\');
}

/**
 * The files beside the documents that pages show or lead to, with what the publisher has to know of them.
 * @param named the paths that the settings of the site name: its logo, what its header and footer lead to
 */
export function copiesOf(index: PageIndex, named: readonly string[]): { readonly paths: string[]; readonly problems: string[] } {
  const { documents, snapshot } = index;
  const found = new Set<string>();
  const add = (path: string | undefined) => {
    if (path !== undefined && snapshot.hasFile(path) && !snapshot.facts(path)) found.add(path);
  };
  named.forEach(add);
  for (const facts of documents) {
    for (const reference of facts.references) {
      if (reference.via === 'link' || reference.via === 'image') add(reference.path);
      else if (reference.via === 'wiki-link') add(reference.target);
    }
  }
  const all = [...found].sort();
  return {
    paths: all.filter(isCopied),
    problems: all
      .filter((path) => !isCopied(path))
      .map((path) => `“${path}” is not on the site: a browser could run what is in it, or its name has a “\\”.`),
  };
}
