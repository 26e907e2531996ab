import type { Figure } from './measure.js';

/** Prints what two took for the same, and the ratio of the two. */
export function report(what: string, ours: Figure | undefined, theirs: Figure | undefined, goal: string): void {
  if (!ours || !theirs) return;
  console.log(what);
  console.log(`  ours    ${shown(ours)}`);
  console.log(`  theirs  ${shown(theirs)}`);
  const faster = theirs.seconds / ours.seconds;
  const time = faster >= 1 ? `${faster.toFixed(1)} × faster` : `${(1 / faster).toFixed(2)} × its time`;
  console.log(`  ratio   ${time}, memory × ${ratio(ours.megabytes, theirs.megabytes)}; to reach: ${goal}\n`);
}

/** Prints what runs on more and more documents took. */
export function reportGrowth(what: string, sizes: readonly number[], figures: readonly Figure[]): void {
  console.log(what);
  for (const [index, size] of sizes.entries()) {
    const figure = figures[index];
    if (!figure) continue;
    const rate = Math.round(size / figure.seconds).toLocaleString('en-GB');
    console.log(`  ${String(size).padStart(6)} documents  ${shown(figure)}  ${rate.padStart(7)} documents a second`);
  }
  const [before, last] = [figures.at(-2), figures.at(-1)];
  const [fewer, most] = [sizes.at(-2), sizes.at(-1)];
  if (!before || !last || !fewer || !most) return;
  const time = (last.seconds / before.seconds).toFixed(1);
  const memory = ratio(last.megabytes, before.megabytes);
  console.log(`  ${fewer} → ${most}: time × ${time}, memory × ${memory} (linear is × ${most / fewer} or less)\n`);
}

/** A figure as it is printed. */
export function shown({ seconds, megabytes }: Figure = { seconds: Number.NaN, megabytes: undefined }): string {
  return `${seconds.toFixed(3).padStart(8)} s  ${megabytes === undefined ? '?' : megabytes.toFixed(0).padStart(5)} MB`;
}

function ratio(a: number | undefined, b: number | undefined): string {
  return a === undefined || b === undefined ? '?' : (a / b).toFixed(3);
}
