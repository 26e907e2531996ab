/** The rows of a QWERTY keyboard; each stands half a key to the right of the one above it. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

const VOWELS = 'aeiouy';

const NEIGHBOURS: ReadonlySet<string> = new Set(
  ROWS.flatMap((row, number) => [...row].flatMap((key, at) => pairsOf(key, row, at, number))),
);

/** A key with the one to its right and the two below it. */
function pairsOf(key: string, row: string, at: number, number: number): string[] {
  const below = ROWS[number + 1] ?? '';
  return [row[at + 1], below[at - 1], below[at]].filter((other) => other !== undefined).flatMap((other) => [key + other, other + key]);
}

/**
 * Whether one letter is easily typed for another: their keys are neighbours, or both are vowels, which are easily
 * misheard. Any other exchange is more likely to make a word of its own: “consent” is no slip for “content”.
 */
export function isEasilyTypedFor(one: string, other: string): boolean {
  return NEIGHBOURS.has(one + other) || (VOWELS.includes(one) && VOWELS.includes(other));
}
