/** A stretch of a text in UTF-16 offsets; `end` is the offset after the last character. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** A replacement of one stretch of a text. */
export interface TextEdit extends OffsetRange {
  readonly text: string;
}

/**
 * Applies edits to a text.
 *
 * Edits that touch the same characters cannot both be meant: the first (by position) wins and the others are
 * handed back, so that a caller can try them on the new text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): { readonly text: string; readonly rejected: readonly TextEdit[] } {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const rejected: TextEdit[] = [];
  let out = '';
  let at = 0;
  let lastStart = -1;
  for (const edit of sorted) {
    // Two insertions at one place are ambiguous too: their order was nobody's decision.
    if (edit.start < at || edit.start === lastStart) {
      rejected.push(edit);
      continue;
    }
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
    lastStart = edit.start;
  }
  return { text: out + text.slice(at), rejected };
}
