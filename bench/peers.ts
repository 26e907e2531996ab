import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tools that the linter and the language server are measured against: installed by the benchmark, and no part of the package. */
const PEERS = {
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-gfm': '4.0.1',
  'remark-validate-links': '13.1.0',
  'remark-lint-frontmatter-schema': '3.15.4',
  rumdl: '0.2.75',
  'vscode-markdown-languageservice': '0.5.0',
  'markdown-it': '14.1.0',
};

/**
 * Installs the peers below a folder, once.
 * @returns the folder of their commands
 */
export function installPeers(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: PEERS }, undefined, 2));
  if (!Object.keys(PEERS).every((name) => existsSync(join(folder, 'node_modules', name)))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  }
  return join(folder, 'node_modules/.bin');
}

/**
 * Writes settings under which remark makes the same checks as the linter.
 * @param schema the JSON Schema that front matter is checked against
 * @returns the file of the settings
 */
export function configureRemark(folder: string, schema: object): string {
  const schemaFile = join(folder, 'page.schema.json');
  writeFileSync(schemaFile, JSON.stringify(schema));
  const remarkConfig = join(folder, 'remarkrc.mjs');
  writeFileSync(
    remarkConfig,
    `import frontmatter from 'remark-frontmatter';
import gfm from 'remark-gfm';
import links from 'remark-validate-links';
import schema from 'remark-lint-frontmatter-schema';
export default { plugins: [frontmatter, gfm, [links, { repository: false }], [schema, { schemas: { ${JSON.stringify(schemaFile)}: ['**/*.md'] } }]] };
`,
  );
  return remarkConfig;
}
