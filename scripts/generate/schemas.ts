import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

/** The generated files of `src/core/schema/generated`: the shipped schemas as data, and their validators as code. */
export function generateSchemas(root: string): Map<string, string> {
  const names = readdirSync(`${root}/schemas`)
    .filter((file) => file.endsWith('.schema.json') && !file.endsWith('-result.schema.json'))
    .map((file) => file.replace('.schema.json', ''))
    .sort();
  const schemas = Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(`${root}/schemas/${name}.schema.json`, 'utf8')) as Schema]),
  );
  // The shipped schemas keep to keywords that mean the same in every draft since 2019: ajv's plain class writes half the
  // code for them. Formats are checked by our own code, and `unicode: false` spares a run-time import of ajv's length helper.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    unicode: false,
    logger: false,
    inlineRefs: false,
    messages: false,
    schemas: Object.values(schemas).map(checksOf),
    code: { source: true, esm: true },
  } as ConstructorParameters<typeof Ajv>[0]);
  // What the types share is checked as a part of them.
  const checked = names.filter((name) => name !== 'common' && name !== 'rules');
  const code = (standalone as unknown as { default: (ajv: unknown, ids: Record<string, string>) => string }).default(
    ajv,
    Object.fromEntries(checked.map((name) => [identifier(name), `${name}.schema.json`])),
  );
  const head = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';
  return new Map([
    ['src/core/schema/generated/validators.js', `${head}${importing(code)}\n`],
    [
      'src/core/schema/generated/validators.d.ts',
      `${head}import type { Validator } from '../violations.js';\n${checked.map((name) => `export const ${identifier(name)}: Validator;\n`).join('')}`,
    ],
    [
      'src/core/schema/generated/shipped.ts',
      `${head}import type { JsonSchema } from '../json-schema.js';
import type { Validator } from '../violations.js';
import * as validators from './validators.js';

/** The shipped schemas by name. */
export const shippedSchemas: Readonly<Record<string, JsonSchema>> = JSON.parse(
  ${JSON.stringify(JSON.stringify(schemas))},
);

/** Their compiled validators by name. */
export const shippedValidators: Readonly<Record<string, Validator>> = {
${checked.map((name) => `  ${JSON.stringify(name)}: validators.${identifier(name)},\n`).join('')}};
`,
    ],
  ]);
}

function identifier(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** ajv writes a `require` even into an ES module. */
function importing(code: string): string {
  return code.replace(/const (\w+) = require\("ajv\/dist\/runtime\/equal"\)\.default;/, 'import $1 from "fast-deep-equal";');
}

type Schema = { [keyword: string]: unknown };

/** A schema without what it only says to people: the validators would carry all of it along. */
function checksOf(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([keyword]) => !/^(?:title|description|default|\$schema|x-.*)$/.test(keyword));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, checksIn(keyword, value)]));
}

function checksIn(keyword: string, value: unknown): unknown {
  if (keyword === 'properties' || keyword === '$defs') {
    return Object.fromEntries(Object.entries(value as Schema).map(([name, schema]) => [name, checksOf(schema as Schema)]));
  }
  if (Array.isArray(value)) return value.map((item: unknown) => (isSchema(item) ? checksOf(item) : item));
  return isSchema(value) ? checksOf(value) : value;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
