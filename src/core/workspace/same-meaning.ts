import type { DocumentFacts } from '../facts/types.js';

/**
 * Whether a document says the same of itself to the rest of the site as before: its fields, headings and references are
 * those that they were, wherever they stand in the text now. The plan of a site is the same then, and so are the keys
 * that the document defines and refers to.
 */
export function sameMeaning(before: DocumentFacts | undefined, after: DocumentFacts | undefined): boolean {
  if (!before || !after) return false;
  const { fields: old, ...others } = before;
  const { fields: now, ...rest } = after;
  const sameFields = old.state === 'parsed' && now.state === 'parsed' ? same(old.value, now.value, NONE) : old.state === now.state;
  return sameFields && same(others, rest, PLACES);
}

const NONE: ReadonlySet<string> = new Set();
const PLACES: ReadonlySet<string> = new Set(['start', 'end', 'sectionEnd']);

/** Whether two values are the same as JSON, but for the numbers of some names. */
function same(a: unknown, b: unknown, leftOut: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index], leftOut));
  }
  const [old, now] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const names = namesIn(old, leftOut);
  const namesNow = namesIn(now, leftOut);
  return names.length === namesNow.length && names.every((name, index) => name === namesNow[index] && same(old[name], now[name], leftOut));
}

/** The names of what an object holds, in its order. */
function namesIn(value: Readonly<Record<string, unknown>>, leftOut: ReadonlySet<string>): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined && !(leftOut.has(name) && typeof value[name] === 'number'));
}
