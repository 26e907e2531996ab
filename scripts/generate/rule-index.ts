import { readdirSync } from 'node:fs';

/** `src/rules/index.ts`: every rule that has a file, in alphabetical order. */
export function generateRuleIndex(root: string): Map<string, string> {
  const ids = readdirSync(`${root}/src/rules`)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
  const lines = [
    '// Generated from the files of this folder by `npm run generate`. Do not edit.',
    "import type { Rule } from '../core/lint/rule.js';",
    ...ids.map((id) => `import { rule as ${identifier(id)} } from './${id}.js';`),
    '',
    '/** Every rule, in alphabetical order of the ids. */',
    `export const rules: readonly Rule[] = [\n${ids.map((id) => `  ${identifier(id)},\n`).join('')}];`,
    '',
  ];
  return new Map([['src/rules/index.ts', lines.join('\n')]]);
}

function identifier(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
