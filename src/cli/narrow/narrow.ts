import type { CheckedRoot } from '../check-root.js';
import { isFailure } from '../check-root.js';
import { count } from '../formats/count.js';
import { compareWithBaseline } from './baseline.js';

/** A checked root of which only some findings are told. */
export interface NarrowedRoot {
  readonly checked: CheckedRoot;
  /** Sentences that say what is not told. */
  readonly notes: readonly string[];
}

/**
 * Keeps the errors and warnings that the folder's baseline does not know.
 * @param all everything that was found: what the baseline knows may have been put aside for other reasons
 */
export function onlyNew(checked: CheckedRoot, all: CheckedRoot = checked): NarrowedRoot {
  const { fresh, known, stale } = compareWithBaseline(all);
  const kept = new Set(fresh.map(({ diagnostic }) => diagnostic));
  const notes = [
    known.length > 0 ? [`${count(known.length, 'finding')} that the baseline knows ${known.length === 1 ? 'is' : 'are'} not shown.`] : [],
    stale.length > 0
      ? [
          `${count(stale.length, 'entry', 'entries')} of the baseline ${stale.length === 1 ? 'is' : 'are'} no longer found: “dmap baseline --prune” takes ${stale.length === 1 ? 'it' : 'them'} out.`,
        ]
      : [],
  ].flat();
  return { checked: { ...checked, diagnostics: checked.diagnostics.filter((one) => kept.has(one) || isFailure(one)) }, notes };
}
