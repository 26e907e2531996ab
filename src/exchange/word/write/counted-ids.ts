/**
 * A part and its relationships with ids that are counted, in the order in which the relationships stand: the library makes
 * up some of them by chance.
 */
export function relationshipNames(relationships: string, part: string): { readonly relationships: string; readonly part: string } {
  const names = new Map<string, string>();
  for (const [, id = ''] of relationships.matchAll(/<Relationship\b[^>]*?\sId="([^"]*)"/g)) names.set(id, `rId${names.size + 1}`);
  return {
    relationships: relationships.replace(/(<Relationship\b[^>]*?\sId=")([^"]*)/g, (_, before: string, id: string) => before + named(id)),
    part: part.replace(/(<[^<>]*?\sr:(?:id|embed|link)=")([^"]*)/g, (_, before: string, id: string) => before + named(id)),
  };

  function named(id: string): string {
    return names.get(id) ?? id;
  }
}

/** A part whose bookmarks and drawings are counted from one: the library counts on from one document to the next. */
export function countedIds(part: string): string {
  const bookmarks = new Map<string, number>();
  let drawings = 0;
  return part
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*?\sw:id=")([^"]*)/g, (_, before: string, id: string) => {
      if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
      return before + String(bookmarks.get(id));
    })
    .replace(/(<wp:docPr\b[^>]*?\sid=")[^"]*/g, (_, before: string) => before + String(++drawings));
}
