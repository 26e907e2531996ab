import type { LocatedDiagnostic } from './finding.js';

/**
 * The values of messages that give advice, or tell of a place or a time, and so become others when something else changes:
 * which file has nearly the name that a link misspells depends on all files.
 */
const NOT_OF_THE_MATTER: ReadonlySet<string> = new Set([
  ...['hint', 'meant', 'advice', 'example', 'help', 'offer', 'candidates', 'types', 'neighbour', 'newer'],
  ...['line', 'column', 'above', 'first', 'ago', 'age', 'stack'],
]);

/**
 * A name for a finding by which it is known again in another revision: by its file, its rule and what is wrong, and not
 * by where it stands, so that a line added above does not change it. Others in the file can have the same.
 * @param path the name that its file goes by, such as the one that it had before it was moved
 */
export function identityOf({ data, ruleId, messageId }: LocatedDiagnostic, path: string): string {
  const values = Object.entries(data)
    .filter(([name]) => !NOT_OF_THE_MATTER.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([path, ruleId, messageId, values]);
}

/**
 * The same for several findings, of which those alike in one file have a number each.
 * @param diagnostics in the order of their places
 * @returns one name for each, in the same order, none twice
 */
export function identitiesOf(diagnostics: readonly LocatedDiagnostic[], pathOf: (path: string) => string = (path) => path): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((one) => {
    const name = identityOf(one, pathOf(one.path));
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name} ${number}`;
  });
}
