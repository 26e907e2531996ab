import { v5 } from 'uuid';

/**
 * The name space of this tool's identifiers: made once at random (version 4), and never to be changed, since every
 * identifier that was ever exported rests on it.
 */
const NAME_SPACE = 'e5f05e4c-d28d-4435-9f48-c32109033393';

/**
 * A UUID of version 5 (RFC 9562, section 5.5) that is always the same for the same keys.
 * @param keys from the general to the particular, such as a framework's, the kind of an element, and its own
 */
export function uuidOf(...keys: readonly string[]): string {
  // A list as JSON is one text for one list: no two lists of keys run into each other.
  return v5(JSON.stringify(keys), NAME_SPACE);
}

/** The identifier of a framework. */
export function frameworkUuid(framework: string): string {
  return uuidOf('framework', framework);
}

/** The identifier of an element or of a part of one: it rests on keys, never on numbers or titles, which may change. */
export function elementUuid(framework: string, kind: string, key: string, part?: string): string {
  return uuidOf('element', framework, kind, key, ...(part === undefined ? [] : [part]));
}
