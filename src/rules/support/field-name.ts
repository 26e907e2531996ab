import type { DocumentFacts } from '../../core/facts/types.js';
import { type FieldPath, isMapping, type Value, valueAt } from '../../core/yaml/value.js';

/** Longer texts are no names. */
const LONGEST = 40;

/** A field as a designer would name it: the field “domain” of the second entry of “serves” is `serves › entry 2 (people) › domain`. */
export function fieldName(path: FieldPath, facts: DocumentFacts): string {
  const value = facts.fields.state === 'parsed' ? facts.fields.value : undefined;
  const words = path.map((step, index) => (typeof step === 'number' ? entryName(step, valueAt(value, path.slice(0, index + 1))) : step));
  return words.length === 0 ? 'the front matter' : words.join(' › ');
}

/** An entry by its number, and by what its first field calls it, where that is a name. */
function entryName(index: number, entry: Value | undefined): string {
  const first = isMapping(entry) ? Object.values(entry)[0] : undefined;
  const named = typeof first === 'string' && first.trim() !== '' && first.length <= LONGEST && !/[\r\n]/.test(first);
  return named ? `entry ${index + 1} (${first.trim()})` : `entry ${index + 1}`;
}
