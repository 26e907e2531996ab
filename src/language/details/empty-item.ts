import type { SchemaTree } from '../../core/schema/annotations.js';
import type { Value } from '../../core/yaml/value.js';
import { modestChoice, requiredOf } from '../scaffold/front-matter.js';

/** A group with the fields that it has to have: choices that claim the least, and nothing where something is to be written. */
export function emptyItem(items: SchemaTree | undefined): Value {
  if (!items || items.properties.size === 0) return '';
  return Object.fromEntries(
    requiredOf(items.schema).map((name): [string, Value] => {
      const schema = items.properties.get(name)?.schema;
      return [name, schema?.enum ? modestChoice(schema.enum.map(String)) : ''];
    }),
  );
}
