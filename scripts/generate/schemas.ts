import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { ANNOTATIONS } from '../../src/core/schema/annotation-names.js';

/** The generated files of `src/core/schema/generated`: the shipped schemas as data, and their validators as code. */
export function generateSchemas(root: string): Map<string, string> {
  const names = readdirSync(`${root}/schemas`)
    .filter((file) => file.endsWith('.schema.json') && file !== 'lint-result.schema.json')
    .map((file) => file.replace('.schema.json', ''))
    .sort();
  const schemas = Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(`${root}/schemas/${name}.schema.json`, 'utf8')) as object]),
  );
  // Formats are checked by our own code, and `unicode: false` spares a run-time import of ajv's length helper.
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateFormats: false,
    unicode: false,
    logger: false,
    inlineRefs: false,
    schemas: Object.values(schemas),
    code: { source: true, esm: true },
  } as ConstructorParameters<typeof Ajv2020>[0]);
  ajv.addVocabulary(ANNOTATIONS);
  const checked = names.filter((name) => name !== 'common');
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
  return code.replace(
    /const (\w+) = require\("ajv\/dist\/runtime\/equal"\)\.default;/,
    'import $1 from "fast-deep-equal";',
  );
}
