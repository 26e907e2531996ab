import { isEasilyTypedFor } from './keyboard.js';

/** How many slips a word of a length may have: none below four letters, one below eight, then two. */
export function slipsFor(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * The slips between what was typed and a word: letters left out, added, exchanged, or swapped with their neighbour
 * (optimal string alignment). An exchange that is not easily made counts two.
 * @param unfinished whether more of the word may still be typed: what the word has beyond is then no slip
 * @returns a number above `limit` where there are more than that
 */
export function slipsBetween(typed: string, word: string, limit: number, unfinished: boolean): number {
  if (typed.length - word.length > limit || (!unfinished && word.length - typed.length > limit)) return limit + 1;
  const width = unfinished ? Math.min(word.length, typed.length + limit) : word.length;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const line = [row];
    for (let column = 1; column <= width; column++) {
      let slips = Math.min((line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + exchange(typed, row - 1, word, column - 1));
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      // Whatever is taken away at the end of a beginning would be an exchange for the letter that comes next.
      const endsBeginning = unfinished && row === typed.length && column < word.length;
      line.push(endsBeginning ? slips : Math.min(slips, (last[column] ?? 0) + 1));
    }
    if (Math.min(...line) > limit) return limit + 1;
    beforeLast = last;
    last = line;
  }
  return unfinished ? Math.min(...last) : (last[width] ?? limit + 1);
}

function exchange(typed: string, at: number, word: string, place: number): number {
  const [one = '', other = ''] = [typed[at], word[place]];
  if (one === other) return 0;
  return isEasilyTypedFor(one, other) ? 1 : 2;
}
