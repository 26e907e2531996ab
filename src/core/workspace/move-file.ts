import { relativeUrl } from '../markdown/link-target.js';
import type { TextEdit } from '../text/range.js';
import type { WorkspaceSnapshot } from './snapshot.js';

/**
 * The edits that keep every link right when a document moves: links to it, and its own relative links.
 * @returns edits by the path that each document has before the move
 */
export function linkEditsForMove(snapshot: WorkspaceSnapshot, from: string, to: string): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const facts of snapshot.markdown) {
    const own = facts.path === from;
    for (const reference of facts.references) {
      if ((reference.via !== 'link' && reference.via !== 'image') || !reference.urlRange || reference.path === undefined) continue;
      const pointsAtMoved = reference.path === from;
      if (!own && !pointsAtMoved) continue;
      if (reference.url.startsWith('#') || (reference.url.startsWith('/') && !pointsAtMoved)) continue;
      const address = relativeUrl(own ? to : facts.path, pointsAtMoved ? to : reference.path);
      const suffix = /[?#].*$/.exec(reference.url)?.[0] ?? '';
      if (address + suffix === reference.url || sameAddress(reference.url, address + suffix)) continue;
      edits.set(facts.path, [...(edits.get(facts.path) ?? []), { ...reference.urlRange, text: address + suffix }]);
    }
  }
  return edits;
}

/** Whether two addresses differ only in how they are written (`./a.md` and `a.md`). */
function sameAddress(a: string, b: string): boolean {
  const plain = (url: string) => url.replace(/^\.\//, '');
  return plain(a) === plain(b);
}
