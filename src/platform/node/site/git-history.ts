import type { History, HistoryEntry } from '../../../site/plan/site-input.js';
import { isShallow, readLog } from './git-log.js';

/** So many of the last changes are told. */
const ENTRIES = 200;

/**
 * The history of a guidance folder's documents, where git knows one. It never fails: where git is not there, or has
 * nothing to say, there is no history.
 * @param paths the documents, from the guidance folder: the dates of others are not looked for
 * @param limit how many changes to give at most
 */
export async function historyOf(root: string, paths: readonly string[], limit = ENTRIES): Promise<History | undefined> {
  const shallow = await isShallow(root);
  if (shallow === undefined) return undefined;
  const undated = new Set(paths);
  const entries: HistoryEntry[] = [];
  const lastModified: Record<string, string> = {};
  const logged = await readLog(root, ({ first, date, hash, subject, files }) => {
    // Where the rest of the history is missing, its last commit seems to add everything that is older.
    if (shallow && first) return false;
    if (entries.length < limit) entries.push({ date, hash, subject, files });
    for (const { path } of files) {
      if (undated.delete(path)) lastModified[path] = date;
    }
    return entries.length < limit || undated.size > 0;
  });
  return logged && entries.length > 0 ? { entries, lastModified } : undefined;
}
