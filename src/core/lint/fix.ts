import type { DocumentFacts } from '../facts/types.js';
import { applyEdits, type TextEdit } from '../text/range.js';
import { editField } from '../yaml/edit-yaml.js';
import type { Fix } from './finding.js';

/** A fix as changes to a file: edits of its text, and the path that it moves to. */
export interface ResolvedFix {
  readonly edits: readonly TextEdit[];
  readonly renameTo?: string;
}

/**
 * A fix as edits of the text that it is for.
 * @returns undefined where one of its fields is no longer where it was: a half-made fix is worse than none
 */
export function resolveFix(fix: Fix, facts: DocumentFacts, text: string): ResolvedFix | undefined {
  const edits: TextEdit[] = [];
  let renameTo: string | undefined;
  for (const edit of fix.edits) {
    if ('renameTo' in edit) {
      renameTo = edit.renameTo;
    } else if ('field' in edit) {
      if (facts.fields.state !== 'parsed') return undefined;
      const { start, end } = facts.fields.range;
      const resolved = editField(text.slice(start, end), edit);
      if (!resolved) return undefined;
      edits.push({ start: resolved.start + start, end: resolved.end + start, text: resolved.text });
    } else {
      edits.push(edit);
    }
  }
  return { edits, ...(renameTo === undefined ? {} : { renameTo }) };
}

/**
 * Makes the fixes of one file that do not get in each other's way, each whole or not at all.
 * @returns the new text and the number of fixes made; the rest is for another pass
 */
export function applyFixes(text: string, fixes: readonly ResolvedFix[]): { text: string; applied: number } {
  /** In the order of their places; none touches the same characters as another. */
  const accepted: TextEdit[] = [];
  let applied = 0;
  for (const { edits } of fixes) {
    if (edits.length === 0) continue;
    const inTheWay = edits.findIndex((edit) => !accept(accepted, edit));
    if (inTheWay < 0) applied++;
    for (const edit of edits.slice(0, Math.max(0, inTheWay))) accepted.splice(firstFrom(accepted, edit.start), 1);
  }
  return { text: applyEdits(text, accepted).text, applied };
}

/** Puts an edit among those that are made, unless `applyEdits` would hand one of them back. */
function accept(accepted: TextEdit[], edit: TextEdit): boolean {
  const index = firstFrom(accepted, edit.start);
  const before = accepted[index - 1];
  const after = accepted[index];
  if (before && before.end > edit.start) return false;
  if (after && (after.start === edit.start || after.start < edit.end)) return false;
  accepted.splice(index, 0, edit);
  return true;
}

/** The index of the first edit that begins at an offset or after it. */
function firstFrom(edits: readonly TextEdit[], offset: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
