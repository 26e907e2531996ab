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
  const fieldsAreSame = old.state === 'parsed' && now.state === 'parsed' ? sameValue(old.value, now.value) : old.state === now.state;
  return fieldsAreSame && sameFacts(others, rest);
}

type Named = Readonly<Record<string, unknown>>;

/** Whether two values of front matter are the same, with their fields in the same order. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return names.length === others.length && names.every((name, index) => name === others[index] && sameValue(a[name], b[name]));
}

const PLACES: ReadonlySet<string> = new Set(['start', 'end', 'sectionEnd']);

/**
 * Whether two values of what was extracted are the same as JSON, but for the numbers that are places. Extracting gives
 * fields in one order, so that need not be compared, and no lists are made: large documents hold thousands of small objects.
 */
function sameFacts(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => sameFacts(item, b[index]));
  }
  let more = 0;
  for (const name in a) {
    if (!counts(a, name)) continue;
    if (!sameFacts(a[name], b[name])) return false;
    more++;
  }
  for (const name in b) if (counts(b, name)) more--;
  return more === 0;
}

function isObject(value: unknown): value is Named {
  return typeof value === 'object' && value !== null;
}

function counts(value: Named, name: string): boolean {
  const held = value[name];
  return held !== undefined && !(typeof held === 'number' && PLACES.has(name));
}
