/**
 * Writes every generated file, or with `--check` says which of them are not what they would be.
 * Run by `npm run generate`, `npm run build` and CI.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateEditorSettings } from './generate/editor-settings.js';
import { generateL10nBundle } from './generate/l10n-bundle.js';
import { generateRuleDocs } from './generate/rule-docs.js';
import { generateRuleIndex } from './generate/rule-index.js';
import { generateSchemas } from './generate/schemas.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
let stale = 0;

const generators = [generateRuleIndex, generateRuleDocs, generateSchemas, generateEditorSettings, generateL10nBundle];
for (const generate of generators) {
  for (const [path, text] of await generate(root)) {
    const file = join(root, path);
    const before = read(file);
    if (before === text) continue;
    stale++;
    if (check) {
      console.error(`${path} is not what npm run generate writes. Run it and commit the result.`);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}
if (check && stale > 0) process.exitCode = 1;

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
