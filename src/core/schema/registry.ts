import { type SchemaTree, schemaTree } from './annotations.js';
import { shippedSchemas, shippedValidators } from './generated/shipped.js';
import type { JsonSchema, SectionSpec } from './json-schema.js';
import type { Validator } from './violations.js';

/** A type of document or data file: its schema, ready for use. */
export interface DocumentType {
  readonly name: string;
  /** Markdown with front matter, or one of the data files that a guidance root has. */
  readonly format: 'markdown' | 'yaml';
  readonly schema: JsonSchema;
  readonly tree: SchemaTree;
  readonly sections: readonly SectionSpec[];
  readonly validate: Validator;
}

/** The types that a guidance root knows, by name. */
export type TypeRegistry = ReadonlyMap<string, DocumentType>;

/** A schema of the user's own with its compiled validator. */
export interface OwnType {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly validate: Validator;
}

/** The data files' types; every other shipped schema is a type of Markdown document. */
export const DATA_TYPES = ['guidance', 'framework', 'sources', 'glossary'] as const;

/** The types of this package and the user's own; one of the user's own that has a shipped name takes its place. */
export function typeRegistry(own: readonly OwnType[] = []): TypeRegistry {
  const registry = new Map<string, DocumentType>();
  for (const [name, schema] of Object.entries(shippedSchemas)) {
    const validate = shippedValidators[name];
    if (validate) registry.set(name, documentType(name, schema, validate));
  }
  for (const type of own) registry.set(type.name, documentType(type.name, type.schema, type.validate));
  return registry;
}

/** The names of the types that a Markdown document can have. */
export function markdownTypes(registry: TypeRegistry): string[] {
  return [...registry.values()].filter((type) => type.format === 'markdown').map((type) => type.name);
}

function documentType(name: string, schema: JsonSchema, validate: Validator): DocumentType {
  let tree: SchemaTree | undefined;
  return {
    name,
    format: (DATA_TYPES as readonly string[]).includes(name) ? 'yaml' : 'markdown',
    schema,
    // Made when first needed: most runs meet only a few of the types.
    get tree() {
      tree ??= schemaTree(schema, (id) => (id === (schema.$id ?? '') ? schema : shippedSchema(id)));
      return tree;
    },
    sections: schema['x-sections'] ?? [],
    validate,
  };
}

/** A shipped schema by its `$id`, for schemas that refer to it. */
export function shippedSchema(id: string): JsonSchema | undefined {
  return shippedSchemas[id.replace(/\.schema\.json$/, '')];
}
