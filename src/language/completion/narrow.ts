/** As many as an editor can show and a person could want to look through. */
export const MOST = 100;

/** Some of many things, and whether there are more. */
export interface Narrowed<T> {
  readonly some: readonly T[];
  readonly incomplete: boolean;
}

/**
 * The things whose names fit what is written, in their own order: all of them where they are few, since the editor
 * chooses among those itself.
 * @param nameOf in small letters
 */
export function narrow<T>(all: readonly T[], written: string, nameOf: (one: T) => string): Narrowed<T> {
  if (all.length <= MOST) return { some: all, incomplete: false };
  const wanted = lettersOf(written);
  const some: T[] = [];
  for (const one of all) {
    if (!holdsInOrder(nameOf(one), wanted)) continue;
    if (some.length === MOST) return { some, incomplete: true };
    some.push(one);
  }
  // With another letter no more than these can fit: the editor chooses among them.
  return { some, incomplete: false };
}

/** What is looked for: small letters and digits, without what stands between them. */
export function lettersOf(written: string): string {
  return written.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a name has all letters of another in their order, others between them or not. */
export function holdsInOrder(name: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
