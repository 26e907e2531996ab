/**
 * The pages of a word as text: for each the distance from the page before and its grade in one number, in digits of five
 * bits with a sixth that says whether more follow. Pages that follow one another take one digit each.
 */

export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MORE = 32;
const GRADES = 16;

const VALUES = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));
const CODES = Uint8Array.from([...DIGITS].map((digit) => digit.charCodeAt(0)));

/** The digit of a grade. */
export function digitOf(grade: number): string {
  return DIGITS.charAt(grade);
}

/** The value of the digit at a place of a text. */
export function valueAt(text: string, at: number): number {
  return VALUES.get(text.charCodeAt(at)) ?? 0;
}

/** Writes postings from `from` to `to`, by rising page, as text. */
export function encodePostings(pages: Int32Array, grades: Uint8Array, from: number, to: number): string {
  const codes: number[] = [];
  let text = '';
  let before = -1;
  for (let at = from; at < to; at++) {
    const page = pages[at] ?? 0;
    let value = (page - before - 1) * GRADES + (grades[at] ?? 0);
    before = page;
    for (; value >= MORE; value = Math.floor(value / MORE)) codes.push(CODES[MORE + (value % MORE)] ?? 0);
    codes.push(CODES[value] ?? 0);
    if (codes.length > 4000) text += String.fromCharCode(...codes.splice(0));
  }
  return text + String.fromCharCode(...codes);
}

/** Reads postings: calls `found` with each page and grade. */
export function decodePostings(text: string, found: (page: number, grade: number) => void): void {
  let page = -1;
  let value = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = valueAt(text, at);
    value += (digit % MORE) * unit;
    unit *= MORE;
    if (digit >= MORE) continue;
    page += 1 + Math.floor(value / GRADES);
    found(page, value % GRADES);
    value = 0;
    unit = 1;
  }
}
