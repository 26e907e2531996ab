import { capital } from '../../core/text/words.js';
/** A replacement with the capitals that the replaced words wore: at the beginning, or throughout. */
export function withCapitalsOf(found: string, replacement: string): string {
  const letters = found.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return replacement.toUpperCase();
  return startsWithCapital(found) ? capital(replacement) : replacement;
}

/** Whether the first letter of a text is a capital. */
export function startsWithCapital(text: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(text.slice(0, 20));
}

/** Whether a place in a text is where a sentence begins, so that a capital there says nothing about the word. */
export function beginsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?…:]["'”’)\]]*\s)[\s>"'“‘([]*$/.test(text.slice(Math.max(0, index - 40), index));
}
