import type { FieldPath } from '../../core/yaml/value.js';

/** A field as a designer would name it: `serves › 2nd entry › domain` is “domain” of “serves”, entry 2. */
export function fieldName(path: FieldPath): string {
  const words = path.map((step) => (typeof step === 'number' ? `${step + 1}` : step));
  return words.length === 0 ? 'the front matter' : words.join(' › ');
}
