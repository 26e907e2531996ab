import type { PageIndex } from './page-index.js';
import type { History, HistoryEntry } from './site-input.js';

/** What of the history readers may know: nothing of documents that are kept off the site, nor of changes that concern only those. */
export function shownHistory({ entries }: History, index: PageIndex): HistoryEntry[] {
  return entries.flatMap((entry) => {
    const files = entry.files.filter(({ path }) => !index.keepsOff(path));
    return files.length > 0 || entry.files.length === 0 ? [{ ...entry, files }] : [];
  });
}
