import { START } from '../site/search/data.js';
import { type SearchAnswer, search } from '../site/search/query.js';
import type { IndexReader } from './index-reader.js';

/**
 * Answers a query, reading what it needs of the index.
 * @param show is called with the answer, and again once the passages of its pages are there
 * @param current whether the answer is still waited for; nothing more is read or shown once it is not
 */
export async function askIndex(
  text: string,
  limit: number,
  reader: IndexReader,
  current: () => boolean,
  show: (answer: SearchAnswer) => void,
): Promise<void> {
  await reader.read([START]);
  for (;;) {
    if (!current()) return;
    const answer = search(text, reader.loaded, limit);
    if (answer.missing.length > 0) {
      await reader.read(answer.missing);
      continue;
    }
    show(answer);
    if (answer.missingTexts.length === 0) return;
    await reader.read(answer.missingTexts);
    if (current()) show(search(text, reader.loaded, limit));
    return;
  }
}
