import type { JsonSchema } from '../../core/schema/json-schema.js';

/** The fields that a group needs one of, as `anyOf` or `oneOf` has them; none where the choice is about something else. */
export function alternativeFields(schema: JsonSchema): string[] {
  return [...new Set([...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((shape) => shape.required ?? []))];
}
