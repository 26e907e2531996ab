import { follow, type JsonSchema } from '../../core/schema/json-schema.js';
import { shippedSchema } from '../../core/schema/registry.js';

/** What a value that can have one of several shapes may be. */
export interface Alternatives {
  /** Texts that it can be. */
  readonly choices: readonly string[];
  /** Fields of which it needs at least one. */
  readonly fields: readonly string[];
}

/**
 * The shapes of a schema with `oneOf` or `anyOf`, as far as they can be told in a sentence.
 * @param home the schema that holds it, for references within
 */
export function alternativesOf(schema: JsonSchema | undefined, home: JsonSchema): Alternatives {
  const shapes = [...(schema?.oneOf ?? []), ...(schema?.anyOf ?? [])].map((shape) => follow(shape, (id) => (id === home.$id ? home : shippedSchema(id)), home.$id ?? '').schema);
  return {
    choices: shapes.flatMap((shape) => (shape.enum ?? []).filter((choice): choice is string => typeof choice === 'string')),
    fields: [...new Set(shapes.flatMap((shape) => shape.required ?? []))],
  };
}
