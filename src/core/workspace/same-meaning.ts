import type { DocumentFacts } from '../facts/types.js';

/**
 * Whether a document says the same of itself to the rest of the site as before: its fields, headings and references are
 * those that they were, wherever they stand in the text now. The plan of a site is the same then.
 */
export function sameMeaning(before: DocumentFacts | undefined, after: DocumentFacts | undefined): boolean {
  return before !== undefined && after !== undefined && meaningOf(before) === meaningOf(after);
}

function meaningOf(facts: DocumentFacts): string {
  const { fields, ...rest } = facts;
  const own = fields.state === 'parsed' ? fields.value : fields.state;
  return JSON.stringify(own) + JSON.stringify(rest, (name, value: unknown) => (isPlace(name, value) ? undefined : value));
}

const PLACES = new Set(['start', 'end', 'sectionEnd']);

function isPlace(name: string, value: unknown): boolean {
  return typeof value === 'number' && PLACES.has(name);
}
