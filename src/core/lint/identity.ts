import type { LocatedDiagnostic } from './finding.js';

/** What a rule's own values say about a place and not about what was found there. */
const OF_PLACES: ReadonlySet<string> = new Set(['line', 'column', 'stack']);

/**
 * Names for findings by which each is known again in another revision: by its file, its rule and what is wrong, and not
 * by where it stands, so that a line added above changes no name. Of several alike in one file each has its number.
 * @param diagnostics in the order of their places
 * @param pathOf the name that a file goes by, such as the one that it had before it was moved
 * @returns one name for each, in the same order, none twice
 */
export function identitiesOf(diagnostics: readonly LocatedDiagnostic[], pathOf: (path: string) => string = (path) => path): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((one) => {
    const values = Object.entries(one.data)
      .filter(([name]) => !OF_PLACES.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const name = JSON.stringify([pathOf(one.path), one.ruleId, one.messageId, values]);
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name} ${number}`;
  });
}
