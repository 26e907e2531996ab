/** The parts of JSON Schema 2020-12 that our tools read, with our own `x-` annotations. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: JsonSchema };
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  /** The kinds of framework element that a text names. */
  readonly 'x-element'?: readonly string[];
  /** The text is the key of a source in the register. */
  readonly 'x-source'?: boolean;
  /** The text is the key of a document of this type. */
  readonly 'x-document'?: string;
  /** The text is a heading of the same document. */
  readonly 'x-section'?: boolean;
  /** What people call each choice of an `enum`; a choice without a title is called by its own words. */
  readonly 'x-titles'?: { readonly [choice: string]: string };
  /** The text is sentences, and wants room in a form. */
  readonly 'x-prose'?: boolean;
  /**
   * The groups of this list fill the cells of a grid: one element in the field `row`, several in the field `columns`, or
   * none where the row is meant as a whole.
   */
  readonly 'x-grid'?: { readonly row: string; readonly columns: string };
  /** The sections that a document of this type has, in order. */
  readonly 'x-sections'?: readonly SectionSpec[];
}

/** A section that a type of document has. */
export interface SectionSpec {
  /** Its heading. Absent where `each` stands for one section per element of the framework. */
  readonly title?: string;
  /** One section for each element of this kind, under the element's title. */
  readonly each?: string;
  readonly required?: boolean;
  /** Whether the section may be left empty where the front matter records the gap with its reason. */
  readonly gap?: boolean;
  /** What belongs in it, for people who write it. */
  readonly help?: string;
}

/** Finds schemas by their `$id`. */
export type SchemaLookup = (id: string) => JsonSchema | undefined;

/**
 * A schema with its reference followed; what stands beside the reference wins over what it refers to.
 * @param home the `$id` of the schema that holds this one, for references that begin with `#`
 */
export function follow(schema: JsonSchema, lookup: SchemaLookup, home: string): { schema: JsonSchema; home: string } {
  let at = schema;
  let base = home;
  for (let hops = 0; at.$ref !== undefined && hops < 20; hops++) {
    const [id, pointer] = at.$ref.split('#');
    if (id) base = id;
    const target = pointed(lookup(base), pointer ?? '');
    if (!target) break;
    const { $ref: _, ...beside } = at;
    at = { ...target, ...beside, ...(target.$ref ? { $ref: target.$ref } : {}) };
  }
  return { schema: at, home: base };
}

function pointed(schema: JsonSchema | undefined, pointer: string): JsonSchema | undefined {
  let at: unknown = schema;
  for (const step of pointer.split('/').slice(1)) {
    at = (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return at as JsonSchema | undefined;
}
