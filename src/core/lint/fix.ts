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
  const accepted: TextEdit[] = [];
  let applied = 0;
  for (const fix of fixes) {
    if (fix.edits.length === 0) continue;
    const next = [...accepted, ...fix.edits];
    if (applyEdits(text, next).rejected.length > 0) continue;
    accepted.push(...fix.edits);
    applied++;
  }
  return { text: applyEdits(text, accepted).text, applied };
}
