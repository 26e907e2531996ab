/** How many slips a word of a length may have: none below four letters, one below eight, then two. */
export function slipsFor(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * The slips between what was typed and a word: letters left out, added, exchanged, or swapped with their neighbour
 * (optimal string alignment).
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
      const same = typed[row - 1] === word[column - 1];
      let slips = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      line.push(slips);
    }
    if (Math.min(...line) > limit) return limit + 1;
    beforeLast = last;
    last = line;
  }
  return unfinished ? Math.min(...last) : (last[width] ?? limit + 1);
}
