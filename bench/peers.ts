import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tools that the linter is measured against: installed by the benchmark, and no part of the package. */
const PEERS = {
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-gfm': '4.0.1',
  'remark-validate-links': '13.1.0',
  'remark-lint-frontmatter-schema': '3.15.4',
  rumdl: '0.2.75',
};

/**
 * Installs the peers below a folder, once, with settings under which they make the same checks.
 * @param schema the JSON Schema that front matter is checked against
 * @returns the folder of their commands, and remark's configuration
 */
export function installPeers(folder: string, schema: object): { bin: string; remarkConfig: string } {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: PEERS }, undefined, 2));
  if (!existsSync(join(folder, 'node_modules/remark-cli'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  }
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
  return { bin: join(folder, 'node_modules/.bin'), remarkConfig };
}
