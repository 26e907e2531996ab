/** Longer than any link or citation that somebody is writing. */
const LONGEST = 600;

/**
 * The text from the innermost square bracket that is open at an offset, without the bracket.
 * @returns undefined where none is open in the same paragraph
 */
export function openBracket(text: string, offset: number): { readonly start: number; readonly inner: string } | undefined {
  const from = Math.max(0, offset - LONGEST);
  const before = text.slice(from, offset);
  const at = Math.max(before.lastIndexOf('['), -1);
  if (at < 0 || before[at - 1] === '\\') return undefined;
  const inner = before.slice(at + 1);
  return /\]|\n[ \t]*\r?\n/.test(inner) ? undefined : { start: from + at + 1, inner };
}
