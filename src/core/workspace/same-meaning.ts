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
  const fieldsAreSame = old.state === 'parsed' && now.state === 'parsed' ? same(old.value, now.value, NONE) : old.state === now.state;
  return fieldsAreSame && same(others, rest, PLACES);
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
  return sameFields(a as Fields, b as Fields, leftOut);
}

type Fields = Readonly<Record<string, unknown>>;

/** In the same order too. No lists are made of what is left out: large documents hold thousands of small objects. */
function sameFields(old: Fields, now: Fields, leftOut: ReadonlySet<string>): boolean {
  const names = Object.keys(now);
  let next = 0;
  for (const name of Object.keys(old)) {
    if (!counts(old, name, leftOut)) continue;
    while (next < names.length && !counts(now, names[next] ?? '', leftOut)) next++;
    if (names[next] !== name || !same(old[name], now[name], leftOut)) return false;
    next++;
  }
  while (next < names.length && !counts(now, names[next] ?? '', leftOut)) next++;
  return next === names.length;
}

function counts(value: Fields, name: string, leftOut: ReadonlySet<string>): boolean {
  const held = value[name];
  return held !== undefined && !(typeof held === 'number' && leftOut.has(name));
}
