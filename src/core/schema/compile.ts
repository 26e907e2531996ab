import { shippedSchemas } from './generated/shipped.js';
import type { JsonSchema } from './json-schema.js';
import type { OwnType } from './registry.js';
import type { Validator } from './violations.js';

/** The annotations of ours in schemas, which ajv is to pass over. */
const ANNOTATIONS = ['x-element', 'x-source', 'x-document', 'x-section', 'x-sections'];

/**
 * Compiles a schema of the user's own; it may refer to the shipped ones (`common.schema.json#/$defs/title`).
 * @throws Error in plain English where the schema is not one
 */
export async function compileOwnType(name: string, schema: JsonSchema): Promise<OwnType> {
  // Loaded only where there are own types: the shipped schemas are compiled when the package is built.
  // The default is the class both for Node and in a bundle; the name is there for Node only.
  const { default: Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false, logger: false });
  ajv.addVocabulary(ANNOTATIONS);
  for (const shipped of Object.values(shippedSchemas)) ajv.addSchema(shipped);
  const { $id: _, ...anonymous } = schema;
  const validate: Validator = ajv.compile(anonymous) as Validator;
  return { name, schema, validate };
}
