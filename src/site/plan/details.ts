import type { DocumentFacts } from '../../core/facts/types.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import { isCalendarDate, longDate } from '../../core/schema/dates.js';
import { fieldsOf, nameIn } from '../../core/workspace/document.js';
import type { Value } from '../../core/yaml/value.js';
import type { Detail, LinkedText } from '../types.js';
import type { PageIndex } from './page-index.js';

/** Fields that a page shows in another way, or that say nothing to a reader. */
const ELSEWHERE = new Set(['title', 'type', 'id', 'summary', 'status', 'owner', 'last_reviewed_on', 'review_in', 'aliases', 'lang']);
const ALSO_ELSEWHERE = new Set(['framework', 'application', 'related', 'provenance', 'exit_page']);

/** What a document's fields say to its readers, in the words and the order of its type's schema: a type of the user's own needs no code. */
export function detailsOf(facts: DocumentFacts, index: PageIndex): Detail[] {
  const type = index.snapshot.types.get(facts.type ?? '');
  if (!type) return [];
  const fields = fieldsOf(facts);
  const details: Detail[] = [];
  for (const [name, tree] of type.tree.properties) {
    const value = fields[name];
    if (value === undefined || ELSEWHERE.has(name) || ALSO_ELSEWHERE.has(name)) continue;
    const values = (Array.isArray(value) ? value : [value]).flatMap((one: Value) => linkedText(one, tree, facts, index) ?? []);
    if (values.length > 0) details.push({ term: tree.schema.title ?? name, values });
  }
  return details;
}

/** A simple value in words, linked where its schema says that it names an element; undefined for lists of fields. */
function linkedText(value: Value, tree: SchemaTree, facts: DocumentFacts, index: PageIndex): LinkedText | undefined {
  const name = nameIn(value);
  if (name === undefined) return typeof value === 'boolean' ? { text: value ? 'Yes' : 'No' } : undefined;
  const kinds = tree.schema['x-element'] ?? tree.items?.schema['x-element'];
  const found = kinds && index.elementNamed(index.snapshot.frameworkOf(facts), kinds, name);
  if (found) return { text: found.element.title, page: found.page };
  if (isCalendarDate(name)) return { text: longDate(name) };
  return { text: name };
}
