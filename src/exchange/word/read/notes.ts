import type { Element, ElementContent, RootContent } from 'hast';

const NOTE_ID = /^(?:foot|end)note-/;

/** Takes the footnotes and endnotes from behind a text, where mammoth puts them as a list. */
export function takeNotes(blocks: readonly RootContent[]): { blocks: RootContent[]; notes: Map<string, ElementContent[]> } {
  const last = blocks[blocks.length - 1];
  const items = last?.type === 'element' && last.tagName === 'ol' ? last.children.filter((child) => child.type === 'element') : [];
  const notes = new Map(items.flatMap((item) => (NOTE_ID.test(idOf(item)) ? [[idOf(item), withoutWayBack(item.children)] as const] : [])));
  return { blocks: notes.size > 0 ? blocks.slice(0, -1) : [...blocks], notes };
}

function idOf({ properties }: Element): string {
  return typeof properties['id'] === 'string' ? properties['id'] : '';
}

/** Without the arrow that leads back to the text. */
function withoutWayBack(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (/^#(?:foot|end)note-ref-/.test(String(node.properties['href'] ?? ''))) return [];
    return [{ ...node, children: withoutWayBack(node.children) }];
  });
}
