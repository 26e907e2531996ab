/** What a YAML document of ours can hold once it is read: JSON, with dates still strings. */
export type Value = string | number | boolean | null | readonly Value[] | Mapping;

/** A YAML mapping. */
export interface Mapping {
  readonly [key: string]: Value | undefined;
}

/** The way from the top of a YAML document to one place in it: `['serves', 0, 'domain']`. */
export type FieldPath = readonly (string | number)[];

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(value: Value | undefined, path: FieldPath): Value | undefined {
  let at: Value | undefined = value;
  for (const step of path) {
    if (typeof step === 'number') at = Array.isArray(at) ? (at as readonly Value[])[step] : undefined;
    else at = isMapping(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

/** The text at a key of a mapping, or undefined where there is none or it is not text. */
export function textAt(value: Value | undefined, key: string): string | undefined {
  const found = valueAt(value, [key]);
  return typeof found === 'string' ? found : undefined;
}

/** The list at a key of a mapping; empty where there is none. */
export function listAt(value: Value | undefined, key: string): readonly Value[] {
  const found = valueAt(value, [key]);
  return Array.isArray(found) ? (found as readonly Value[]) : [];
}

/** The texts in the list at a key of a mapping; what is not text is left out. */
export function textsAt(value: Value | undefined, key: string): readonly string[] {
  return listAt(value, key).filter((item): item is string => typeof item === 'string');
}
