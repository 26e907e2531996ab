import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** What the references of a document lead to, by their identifiers in capitals; of two with one name the first counts. */
export interface Definitions {
  readonly links: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Finds the definitions of a tree, wherever they stand. */
export function definitionsIn(tree: Root): Definitions {
  const links = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition') addFirst(links, node.identifier, node);
    else if (node.type === 'footnoteDefinition') addFirst(notes, node.identifier, node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return { links, notes };
}

function addFirst<T>(found: Map<string, T>, identifier: string, node: T): void {
  const key = identifier.toUpperCase();
  if (!found.has(key)) found.set(key, node);
}
