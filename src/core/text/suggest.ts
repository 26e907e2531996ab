import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, or undefined where none is near enough.
 *
 * Near enough is a third of the word's length in edits (at least one, at most four); letter case and the
 * difference between `-`, `_` and a space do not count as edits.
 */
export function nearest(found: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(found);
  const limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
    const edits = distance(wanted, folded);
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** The sentence that offers the nearest candidate, with a space before it; empty where there is none. */
export function didYouMean(found: string, candidates: Iterable<string>): string {
  const guess = nearest(found, candidates);
  return guess === undefined ? '' : ` Did you mean “${guess}”?`;
}

/** A list in a sentence: “a”, “a or b”, “a, b or c”. */
export function listOf(words: readonly string[], joint: 'or' | 'and' = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_]+/g, '-');
}
