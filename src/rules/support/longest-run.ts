/** The indexes of a longest rising run of numbers: what is left over are the fewest that are out of order. */
export function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [index, number] of numbers.entries()) {
    length[index] = 1;
    previous[index] = -1;
    for (let before = 0; before < index; before++) {
      const longer = (length[before] ?? 0) + 1;
      if ((numbers[before] ?? 0) < number && longer > (length[index] ?? 0)) {
        length[index] = longer;
        previous[index] = before;
      }
    }
    if ((length[index] ?? 0) > (length[best] ?? 0)) best = index;
  }
  const run = new Set<number>();
  for (let at = best; at >= 0; at = previous[at] ?? -1) run.add(at);
  return run;
}
