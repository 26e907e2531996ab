import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(import.meta.dirname, '../..');
const DEPCRUISE = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const TSC = join(PROJECT, 'node_modules/typescript/bin/tsc');

/** Runs a script of Node; what it prints counts, whatever its exit code. */
async function output(script: string, args: readonly string[], cwd: string): Promise<string> {
  const settings = { cwd, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], settings).catch((error: { stdout: string }) => error);
  return stdout;
}

interface Cruise {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[] };
}

/** The violations in a folder's `src`, as `rule: from → to`. */
async function violations(folder: string): Promise<{ found: string[]; files: number }> {
  const { summary } = JSON.parse(await output(DEPCRUISE, ['--output-type', 'json', 'src'], folder)) as Cruise;
  return { files: summary.totalCruised, found: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`) };
}

/** What every small tree has, so that nothing but the deliberate violations is wrong in it. */
const SOUND: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "devDependencies": { "yaml": "*", "esbuild": "*", "@types/node": "*", "@types/mocha": "*" } }',
  'src/index.ts': "export { one } from './core/one.js';\nexport { rules } from './rules/index.js';\nexport { disk } from './platform/disk.js';\n",
  'src/remark.ts': "export { one } from './core/one.js';\n",
  'src/cli/main.ts': "import { one } from '../index.js';\nconsole.log(one);\n",
  'src/core/one.ts': "import { parse } from 'yaml';\nexport const one: unknown = parse('1');\nexport type One = typeof one;\n",
  'src/rules/index.ts': "import { first } from './first.js';\nexport const rules = [first];\n",
  'src/rules/first.ts': "import type { One } from '../core/one.js';\nexport const first: One = 1;\n",
  'src/platform/disk.ts': "import { readFileSync } from 'node:fs';\nimport type { One } from '../core/one.js';\nexport const disk = (): One => readFileSync('x');\n",
};

/** Makes a small project with the real rules and settings, hands its folder on, and takes it away again. */
async function inProject<T>(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-canary-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.engine.json']) copyFileSync(join(PROJECT, name), join(folder, name));
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries({ ...SOUND, ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the rooms of the architecture', function () {
  // Each test starts another process: no statement about speed.
  this.timeout(120_000);

  it('are kept by the sources', async () => {
    const { found, files } = await violations(PROJECT);
    assert.deepEqual(found, []);
    assert.ok(files > 100, `${files} files were looked at`);
  });

  it('are kept by a small tree that has nothing wrong with it', async () => {
    assert.deepEqual((await inProject(SOUND, violations)).found, []);
  });

  /** Each deliberate violation, with what has to be said about it. */
  const CANARIES: readonly (readonly [about: string, files: Readonly<Record<string, string>>, expected: RegExp])[] = [
    ['core that imports a builtin', { 'src/core/one.ts': "import 'node:fs';\nexport const one = 1;\nexport type One = 1;\n" }, /^core-no-builtins: src\/core\/one\.ts → (node:)?fs$/],
    ['core that imports a bare builtin', { 'src/core/one.ts': "import { join } from 'path';\nexport const one = join;\nexport type One = unknown;\n" }, /^core-no-builtins: src\/core\/one\.ts → path$/],
    ['core that imports a builtin when it runs', { 'src/core/one.ts': "export const one = () => import('node:os');\nexport type One = unknown;\n" }, /^core-no-builtins: src\/core\/one\.ts → (node:)?os$/],
    ['core that imports a type of a builtin', { 'src/core/one.ts': "import type { Stats } from 'node:fs';\nexport const one = 1;\nexport type One = Stats | 1;\n" }, /^core-no-builtins/],
    ['core that imports a type of a rule', { 'src/core/one.ts': "import type { second } from '../rules/second.js';\nexport const one = 1;\nexport type One = typeof second;\n", 'src/rules/second.ts': 'export const second = 2;\n' }, /^core-reaches-only-itself: src\/core\/one\.ts → src\/rules\/second\.ts$/],
    ['core that knows the editor', { 'src/core/one.ts': "import 'vscode';\nexport const one = 1;\nexport type One = 1;\n" }, /^core-no-editor/],
    ['a rule that imports platform', { 'src/rules/first.ts': "import { disk } from '../platform/disk.js';\nexport const first = disk;\n" }, /^rules-reaches-only-core: src\/rules\/first\.ts → src\/platform\/disk\.ts$/],
    ['a rule that imports another rule', { 'src/rules/first.ts': "import { second } from './second.js';\nexport const first = second;\n", 'src/rules/second.ts': 'export const second = 2;\n' }, /^a-rule-knows-no-other-rule/],
    ['language that imports rules', { 'src/language/hover.ts': "export { first } from '../rules/first.js';\n", 'src/index.ts': `${SOUND['src/index.ts']}export { first } from './language/hover.js';\n` }, /^language-reaches-only-core: src\/language\/hover\.ts → src\/rules\/first\.ts$/],
    ['a map that imports platform', { 'src/map/view.ts': "export { disk } from '../platform/disk.js';\n", 'src/index.ts': `${SOUND['src/index.ts']}export * as map from './map/view.js';\n` }, /^platform-only-from-entry-points: src\/map\/view\.ts → src\/platform\/disk\.ts$/],
    ['a library that imports the command line', { 'src/index.ts': `${SOUND['src/index.ts']}import './cli/main.js';\n` }, /^cli-is-not-imported: src\/index\.ts → src\/cli\/main\.ts$/],
    ['a cycle', { 'src/core/one.ts': "export { two as one } from './two.js';\nexport type One = unknown;\n", 'src/core/two.ts': "export { one as two } from './one.js';\n" }, /^no-circular/],
    ['a cycle of types', { 'src/core/one.ts': "import type { Two } from './two.js';\nexport const one = 1;\nexport type One = Two | 1;\n", 'src/core/two.ts': "import type { One } from './one.js';\nexport type Two = One;\n" }, /^no-circular/],
    ['a file that nobody imports', { 'src/core/left-over.ts': "export { one } from './one.js';\n" }, /^no-unused-files: src\/core\/left-over\.ts/],
    ['a file with no link to any other', { 'src/core/alone.ts': 'export const alone = 1;\n' }, /^no-orphans: src\/core\/alone\.ts/],
    ['a package that is not ours', { 'src/core/one.ts': "import 'micromark';\nexport const one = 1;\nexport type One = 1;\n" }, /^no-packages-of-packages/],
    ['a tool in the bundle', { 'src/core/one.ts': "import 'esbuild';\nexport const one = 1;\nexport type One = 1;\n" }, /^no-tools-in-the-bundle/],
    ['an import that leads nowhere', { 'src/core/one.ts': "import './nowhere.js';\nexport const one = 1;\nexport type One = 1;\n" }, /^not-to-unresolvable/],
  ]; // prettier-ignore

  for (const [about, files, expected] of CANARIES) {
    it(`are broken by ${about}`, async () => {
      const { found } = await inProject(files, violations);
      assert.ok(found.some((one) => expected.test(one)), `${expected} is not among:\n${found.join('\n')}`);
    });
  }
});

describe('the type check of the engine', function () {
  this.timeout(120_000);

  /** What the compiler says about the engine's part of a small project. */
  const complaints = (files: Readonly<Record<string, string>>) =>
    inProject(files, async (folder) => (await output(TSC, ['-p', 'tsconfig.engine.json', '--noEmit', '--pretty', 'false'], folder)).trim().split('\n').filter(Boolean));

  it('passes a tree that has nothing wrong with it', async () => {
    assert.deepEqual(await complaints({}), []);
  });

  it('does not know the outside world', async () => {
    const names = ['process', 'setTimeout', 'document', 'window', 'Buffer', 'console', 'require', 'fetch', 'URL'];
    const found = await complaints({ 'src/core/two.ts': names.map((name, index) => `export const use${index} = ${name};\n`).join('') });
    const missed = names.filter((name) => !found.some((line) => line.startsWith('src/core/two.ts') && line.includes(`'${name}'`)));
    assert.deepEqual(missed, []);
  });

  it('does not know the modules of Node, in rules either', async () => {
    const found = await complaints({
      'src/core/two.ts': "import { readFileSync } from 'node:fs';\nexport { readFileSync };\n",
      'src/rules/second.ts': "import { join } from 'path';\nexport { join };\n",
    });
    assert.match(found.join('\n'), /src\/core\/two\.ts.*'?node:fs/);
    assert.match(found.join('\n'), /src\/rules\/second\.ts.*'path'/);
  });
});
