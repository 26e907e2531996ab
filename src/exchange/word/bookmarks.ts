import { uuidOf } from '../plan/identifiers.js';

/**
 * The name of the bookmark that stands for a document of the guidance, or for a heading of it, in every Word copy: a link
 * to it is known again when the copy is read back. Word allows 40 letters, digits and underscores, a letter first.
 * @param path from the guidance root
 * @param anchor the anchor of a heading
 */
export function bookmarkOf(path: string, anchor?: string): string {
  const uuid = anchor === undefined ? uuidOf('bookmark', path) : uuidOf('bookmark', path, anchor);
  return `g_${uuid.replaceAll('-', '')}`;
}
