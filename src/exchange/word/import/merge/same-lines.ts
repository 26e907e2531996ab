import { diffArrays } from 'diff';

/** Words of a text with the white space before each. */
interface Spaced {
  readonly words: readonly string[];
  /** One more than there are words: the last is what comes behind them. */
  readonly gaps: readonly string[];
}

/** So much of two blocks must be the same words for the lines of one to be of any use to the other. */
const ALIKE = 0.5;
/** Texts of more words are not compared: that would take long. */
const MOST_WORDS = 4000;

/** How much of two texts is the same words in the same order: from 0 to 1. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const same = diffArrays([...one], [...other]).reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0);
  return (2 * same) / Math.max(1, one.length + other.length);
}

/** Whether two texts have most of their words in common. */
export function areAlike(one: string, other: string): boolean {
  const [words, others] = [spaced(one).words, spaced(other).words];
  return words.length + others.length <= MOST_WORDS && likeness(words, others) >= ALIKE;
}

/**
 * A new text in the lines of the old one, as far as words are the same: what differs is all that a comparison by lines shows.
 * @param isSame whether a text still says what the new one does
 * @returns the new text as it is, where its words do not go into those lines
 */
export function inSameLines(old: string, fresh: string, isSame: (text: string) => boolean): string {
  return [relined(old, fresh, true), relined(old, fresh, false)].find(isSame) ?? fresh;
}

/** @param inLine whether a word that came in between goes onto the line of the word before it */
function relined(oldText: string, freshText: string, inLine: boolean): string {
  const [old, fresh] = [spaced(oldText), spaced(freshText)];
  const gaps = [...fresh.gaps];
  let [at, to] = [0, 0];
  for (const run of runsOf(old.words, fresh.words)) {
    if ('same' in run) {
      // The first gap is that before the run, which is settled by what comes before.
      for (let step = 1; step < run.same; step++) gaps[to + step] = old.gaps[at + step] ?? ' ';
      [at, to] = [at + run.same, to + run.same];
      continue;
    }
    const [before, after] = [old.gaps[at] ?? '', old.gaps[at + run.removed] ?? ''];
    if (run.added === 0) gaps[to] = before.includes('\n') ? before : after;
    else {
      gaps[to] = run.removed > 0 || at === 0 ? before : inLine ? ' ' : (fresh.gaps[to] ?? ' ');
      if (run.added === run.removed) for (let step = 1; step < run.added; step++) gaps[to + step] = old.gaps[at + step] ?? ' ';
      gaps[to + run.added] = after;
    }
    [at, to] = [at + run.removed, to + run.added];
  }
  // Nothing comes before the first word, or behind the last.
  [gaps[0], gaps[fresh.words.length]] = [fresh.gaps[0] ?? '', ''];
  return fresh.words.map((word, index) => (gaps[index] ?? '') + word).join('');
}

type Run = { readonly same: number } | { readonly removed: number; readonly added: number };

function runsOf(old: readonly string[], fresh: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const { added, removed, count } of diffArrays([...old], [...fresh])) {
    if (!added && !removed) {
      runs.push({ same: count });
      continue;
    }
    const last = runs[runs.length - 1];
    const joined = last && 'added' in last ? last : { removed: 0, added: 0 };
    const run = { removed: joined.removed + (removed ? count : 0), added: joined.added + (added ? count : 0) };
    if (joined === last) runs[runs.length - 1] = run;
    else runs.push(run);
  }
  return runs;
}

function spaced(text: string): Spaced {
  return { words: text.match(/\S+/g) ?? [], gaps: text.split(/\S+/) };
}
