import { START } from '../site/search/data.js';
import { type SearchAnswer, search } from '../site/search/query.js';
import type { IndexReader } from './index-reader.js';

/** What is asked of the index. */
export interface Question {
  readonly text: string;
  /** How many hits to give at most. */
  readonly limit: number;
  /** Whether more of the last word may come. */
  readonly typing: boolean;
}

/**
 * Answers a query, reading what it needs of the index.
 * @param show is called with the answer, and again once the passages of its pages are there
 * @param current whether the answer is still waited for; nothing more is read or shown once it is not
 */
export async function askIndex(
  { text, limit, typing }: Question,
  reader: IndexReader,
  current: () => boolean,
  show: (answer: SearchAnswer) => void,
): Promise<void> {
  await reader.read([START]);
  for (;;) {
    if (!current()) return;
    const answer = search(text, reader.loaded, limit, typing);
    if (answer.missing.length > 0) {
      await reader.read(answer.missing);
      continue;
    }
    show(answer);
    if (answer.missingTexts.length === 0) return;
    await reader.read(answer.missingTexts);
    if (current()) show(search(text, reader.loaded, limit, typing));
    return;
  }
}
