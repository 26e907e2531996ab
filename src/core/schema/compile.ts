import { isMapping, type Mapping, type Value } from '../yaml/value.js';
import { shippedSchemas } from './generated/shipped.js';
import type { JsonSchema } from './json-schema.js';
import type { OwnType } from './registry.js';
import type { Validator } from './violations.js';

/** The annotations of ours in schemas, which ajv is to pass over. */
const ANNOTATIONS = ['x-element', 'x-source', 'x-document', 'x-section', 'x-sections', 'x-titles', 'x-prose', 'x-grid'];

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
  if (!isMapping(schema)) throw new Error('its JSON Schema is not an object. Begin it with “{ "type": "object" }”.');
  const { $id: _, ...anonymous } = schema;
  if (ajv.validateSchema(anonymous) === false) {
    const [first] = ajv.errors ?? [];
    throw new Error(`its JSON Schema is not valid at “${first?.instancePath || '/'}”. Correct what is written there.`);
  }
  return { name, schema, validate: compiled(() => ajv.compile(anonymous) as Validator, anonymous) };
}

function compiled(compile: () => Validator, schema: object): Validator {
  try {
    return compile();
  } catch (error) {
    if (error instanceof Error && 'missingRef' in error) {
      throw new Error(`its JSON Schema refers to “${String(error.missingRef)}”, which is not there. Correct the “$ref”.`);
    }
    const pattern = wrongPattern(schema as Value, '');
    const where = pattern === undefined ? '' : ` at “${pattern}”: this is not a regular expression`;
    throw new Error(`its JSON Schema is not valid${where}. Correct what is written there.`);
  }
}

/** The JSON pointer of the first pattern in a schema that is none. */
function wrongPattern(value: Value | undefined, pointer: string): string | undefined {
  if (!isMapping(value) && !Array.isArray(value)) return undefined;
  for (const [key, child] of Object.entries(value as Mapping)) {
    const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const found = key === 'pattern' && typeof child === 'string' && !isPattern(child) ? here : wrongPattern(child, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
