/**
 * What counts as a word, for the index and for what is typed alike: a run of letters, digits and marks, without accents
 * and letter case. `scan.ts` finds the same words faster.
 */

const WORD = '[\\p{L}\\p{N}\\p{M}\\u{10000}-\\u{10ffff}\\ud800-\\udfff]+';
const COMPOUND = new RegExp(`${WORD}(?:[-‐‑&]${WORD})*`, 'gu');
const SINGLE = new RegExp(WORD, 'gu');

/** Letters that may have an accent or another form; punctuation, quotation marks and arrows are left out, since most texts have some. */
const UNUSUAL = /[\xaa-\u1fff\u2071-\u209c\u2100-\u218f\u2460-\u24ff\u2c00-\uffff]/;

/** Longer words are cut, so that a line of code or data cannot fill the index. */
export const LONGEST_WORD = 40;
const LONGEST_COMPOUND = 24;

/** A text in small letters without accents: “Café” and “cafe” are one word. */
export function fold(text: string): string {
  if (!UNUSUAL.test(text)) return text.toLowerCase();
  // A sigma at the end of a word has a form of its own, which would depend on what follows.
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/ς/g, 'σ');
}

/** The words of a text, folded, in order; of “well-being” also “wellbeing”, since people write it both ways. */
export function wordsOf(text: string): string[] {
  return compoundsOf(text).flatMap((compound) => {
    const joined = joinedForm(compound);
    return joined === undefined ? partsOf(compound) : [...partsOf(compound), joined];
  });
}

/** The words of a text, folded, with those together that a hyphen or `&` joins. */
export function compoundsOf(text: string): string[] {
  return fold(text).match(COMPOUND) ?? [];
}

/** The same compounds as they are written. */
export function compoundsAsWritten(text: string): string[] {
  return text.match(COMPOUND) ?? [];
}

/** A query or a term as the two are compared: its words, without punctuation, accents and letter case. */
export function plainQuery(text: string): string {
  return compoundsOf(text).join(' ');
}

/** The words that a compound is made of. */
export function partsOf(compound: string): string[] {
  return (compound.match(SINGLE) ?? []).map(cut);
}

/** A compound of two or three parts written as one word; undefined for any other and for numbers. */
export function joinedForm(compound: string): string | undefined {
  if (compound.length > LONGEST_COMPOUND || /^\d/.test(compound)) return undefined;
  const parts = compound.split(/[-‐‑&]/);
  return parts.length === 2 || parts.length === 3 ? parts.join('') : undefined;
}

/** A word as the index has it. */
export function cut(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word;
}

/** A word's place in a text. */
export interface WordPlace {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** Where the words of a text stand in it, as it is written; the words are folded. */
export function placesOf(text: string): WordPlace[] {
  const places: WordPlace[] = [];
  for (const { 0: compound, index } of text.matchAll(COMPOUND)) {
    const joined = joinedForm(fold(compound));
    for (const { 0: word, index: within } of compound.matchAll(SINGLE)) {
      const start = index + within;
      const words = partsOf(fold(word));
      places.push({ start, end: start + word.length, words: joined === undefined ? words : [...words, joined] });
    }
  }
  return places;
}

/**
 * A word without the endings of a plural and of “-ing”, to hold “plan”, “plans” and “planning” together. It is only
 * compared with other stems and never shown.
 */
export function stem(word: string): string {
  let rest = word;
  if (/[a-z]{2}ies$/.test(rest)) rest = `${rest.slice(0, -3)}y`;
  else if (/(?:ss|x|z|ch|sh)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (/[a-z]{2}[^sui]s$/.test(rest)) rest = rest.slice(0, -1);
  const ending = /^([a-z]{3,})ing$/.exec(rest)?.[1];
  if (ending !== undefined && /[aeiouy]/.test(ending)) rest = ending.replace(/([bdgmnprt])\1$/, '$1');
  return /[a-z]{4}e$/.test(rest) ? rest.slice(0, -1) : rest;
}

/** What every word of a stem begins with. */
export function stemStart(word: string): string {
  const start = stem(word).replace(/y$/, '');
  return start.length >= 3 && word.startsWith(start) ? start : word;
}
