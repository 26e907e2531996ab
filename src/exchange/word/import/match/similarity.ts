/** Words that say nothing of what a title is about. */
const EMPTY = new Set(
  'a an and are as at by do does for from how in into is it its of on or that the this to was were what with'.split(' '),
);

/**
 * How much two titles have in common, from 0 to 1: the share of their words that both have (Dice’s coefficient), endings
 * such as the plural aside.
 */
export function similarity(one: string, other: string): number {
  return likeness(wordsOf(one), wordsOf(other));
}

/** The same for titles whose words are known. */
export function likeness(first: readonly string[], second: readonly string[]): number {
  if (first.length === 0 || second.length === 0) return 0;
  const left = [...second];
  let shared = 0;
  for (const word of first) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (first.length + second.length);
}

/** The words of a title that say what it is about, without their endings. */
export function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // Two words that nearly every title has would make all of them alike.
    .replace(/l&d|learning (?:and|&) development/g, 'ld')
    .replace(/\([^()]*\)/g, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).filter((word) => !EMPTY.has(word)).map(stem);
}

/** “organizations” and “organisation”, “means” and “mean” are one word here. */
function stem(word: string): string {
  const plain = word.replace(/iz(?=e|ing|ation)/, 'is');
  return plain.length > 4 ? plain.replace(/(?:ies|es|s|ing|ed)$/, '') : plain.replace(/(?<=\p{L}{3})s$/u, '');
}
