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
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
  };
}

/** The violations in a folder's `src`, as `rule: from → to`. */
async function violations(folder: string): Promise<{ found: string[]; files: number }> {
  const { summary } = JSON.parse(await output(DEPCRUISE, ['--output-type', 'json', 'src'], folder)) as Cruise;
  return { files: summary.totalCruised, found: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`) };
}

/** What every small tree has, so that nothing but the deliberate violations is wrong in it. */
const SOUND: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "devDependencies": { "yaml": "*", "esbuild": "*", "@types/node": "*", "@types/mocha": "*" } }',
  'src/index.ts':
    "export { one } from './core/one.js';\nexport { rules } from './rules/index.js';\nexport { disk } from './platform/disk.js';\nexport * from './site/pages/home.js';\n",
  'src/remark.ts': "export { one } from './core/one.js';\n",
  'src/cli/main.ts': "import { one } from '../index.js';\nconsole.log(one);\n",
  'src/core/one.ts': "import { parse } from 'yaml';\nexport const one: unknown = parse('1');\nexport type One = typeof one;\n",
  'src/rules/index.ts': "import { first } from './first.js';\nexport const rules = [first];\n",
  'src/rules/first.ts': "import type { One } from '../core/one.js';\nexport const first: One = 1;\n",
  'src/site/pages/home.ts': "import type { One } from '../../core/one.js';\nexport const home: One = 1;\n",
  'src/platform/disk.ts':
    "import { readFileSync } from 'node:fs';\nimport type { One } from '../core/one.js';\nexport const disk = (): One => readFileSync('x');\n",
};

/** Makes a small project with the real rules and settings, hands its folder on, and takes it away again. */
async function inProject<T>(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-canary-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.engine.json'])
      copyFileSync(join(PROJECT, name), join(folder, name));
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

  /** A deliberate violation: the file that it is in, the file's text, and the rule that has to name both ends. */
  interface Canary {
    readonly about: string;
    readonly path: string;
    readonly text: string;
    readonly expected: RegExp;
    /** Left over: the entry point does not reach it. */
    readonly apart?: true;
  }

  const CANARIES: readonly Canary[] = [
    {
      about: 'the plan of a site that knows a page',
      path: 'src/site/plan/a.ts',
      text: "import '../pages/home.js';",
      expected: /^site-plan-comes-before-frame-and-feeds-and-pages: src\/site\/plan\/a\.ts → src\/site\/pages\/home\.ts$/,
    },
    {
      about: 'core that imports a builtin',
      path: 'src/core/a.ts',
      text: "import 'node:fs';",
      expected: /^core-no-builtins: src\/core\/a\.ts → (node:)?fs$/,
    },
    {
      about: 'core that imports a bare builtin',
      path: 'src/core/b.ts',
      text: "import 'fs';",
      expected: /^core-no-builtins: src\/core\/b\.ts → fs$/,
    },
    {
      about: 'core that imports a builtin only when it runs',
      path: 'src/core/c.ts',
      text: "export const c = () => import('node:os');",
      expected: /^core-no-builtins: src\/core\/c\.ts → (node:)?os$/,
    },
    {
      about: 'core that imports a type of a builtin',
      path: 'src/core/d.ts',
      text: "import type { Stats } from 'node:fs';\nexport type D = Stats;",
      expected: /^core-no-builtins: src\/core\/d\.ts → (node:)?fs$/,
    },
    {
      about: 'core that imports a type of a rule',
      path: 'src/core/e.ts',
      text: "import type { last } from '../rules/last.js';\nexport type E = typeof last;",
      expected: /^core-reaches-only-itself: src\/core\/e\.ts → src\/rules\/last\.ts$/,
    },
    {
      about: 'core that knows the editor',
      path: 'src/core/f.ts',
      text: "import 'vscode';",
      expected: /^core-no-editor: src\/core\/f\.ts → (?:.*node_modules\/@types\/)?vscode/,
    },
    {
      about: 'core that imports a package of a package',
      path: 'src/core/g.ts',
      text: "import 'micromark';",
      expected: /^no-packages-of-packages: src\/core\/g\.ts → .*micromark/,
    },
    {
      about: 'core that imports a tool',
      path: 'src/core/h.ts',
      text: "import 'esbuild';",
      expected: /^no-tools-in-the-bundle: src\/core\/h\.ts → .*esbuild/,
    },
    {
      about: 'core that imports what is not there',
      path: 'src/core/i.ts',
      text: "import './nowhere.js';",
      expected: /^not-to-unresolvable: src\/core\/i\.ts → \.\/nowhere\.js$/,
    },
    {
      about: 'core that imports tests',
      path: 'src/core/j.ts',
      text: "import '../../test/support.js';",
      expected: /^no-tests-in-src: src\/core\/j\.ts → test\/support\.ts$/,
    },
    {
      about: 'a rule that imports platform',
      path: 'src/rules/a.ts',
      text: "export { disk } from '../platform/disk.js';",
      expected: /^rules-reaches-only-core: src\/rules\/a\.ts → src\/platform\/disk\.ts$/,
    },
    {
      about: 'a rule that imports a builtin',
      path: 'src/rules/b.ts',
      text: "import 'node:path';",
      expected: /^rules-no-builtins: src\/rules\/b\.ts → (node:)?path$/,
    },
    {
      about: 'a rule that imports another rule',
      path: 'src/rules/c.ts',
      text: "export { last } from './last.js';",
      expected: /^a-rule-knows-no-other-rule: src\/rules\/c\.ts → src\/rules\/last\.ts$/,
    },
    {
      about: 'language that imports rules',
      path: 'src/language/a.ts',
      text: "export { last } from '../rules/last.js';",
      expected: /^language-reaches-only-core: src\/language\/a\.ts → src\/rules\/last\.ts$/,
    },
    {
      about: 'a map that imports platform',
      path: 'src/map/a.ts',
      text: "export { disk } from '../platform/disk.js';",
      expected: /^platform-only-from-entry-points: src\/map\/a\.ts → src\/platform\/disk\.ts$/,
    },
    {
      about: 'a map that imports rules',
      path: 'src/map/b.ts',
      text: "export { last } from '../rules/last.js';",
      expected: /^map-reaches-only-core: src\/map\/b\.ts → src\/rules\/last\.ts$/,
    },
    {
      about: 'a script of pages that imports more of the site than its search',
      path: 'src/webview/a.ts',
      text: "export { page } from '../site/page.js';",
      expected: /^webview-reaches-only-map-and-site\/search-and-language\/details\/panel: src\/webview\/a\.ts → src\/site\/page\.ts$/,
    },
    {
      about: 'a script of pages that imports the engine',
      path: 'src/webview/b.ts',
      text: "export { one } from '../core/one.js';",
      expected: /^webview-reaches-only-map-and-site\/search-and-language\/details\/panel: src\/webview\/b\.ts → src\/core\/one\.ts$/,
    },
    {
      about: 'a script of pages that imports more of the language features than what it is sent',
      path: 'src/webview/c.ts',
      text: "import '../language/a.js';",
      expected: /^webview-reaches-only-map-and-site\/search-and-language\/details\/panel: src\/webview\/c\.ts → src\/language\/a\.ts$/,
    },
    {
      about: 'an extension that imports the engine',
      path: 'src/extension/a.ts',
      text: "export { one } from '../core/one.js';",
      expected: /^extension-reaches-only-plain-data: src\/extension\/a\.ts → src\/core\/one\.ts$/,
    },
    {
      about: 'an extension that imports more of the server than its messages',
      path: 'src/extension/b.ts',
      text: "import '../server/start.js';",
      expected: /^extension-reaches-only-plain-data: src\/extension\/b\.ts → src\/server\/start\.ts$/,
    },
    {
      about: 'an extension that lints',
      path: 'src/extension/c.ts',
      text: "import '../rules/last.js';",
      expected: /^extension-reaches-only-plain-data: src\/extension\/c\.ts → src\/rules\/last\.ts$/,
    },
    {
      about: 'platform that imports a face',
      path: 'src/platform/a.ts',
      text: "import '../language/a.js';",
      expected: /^no-faces-from-platform: src\/platform\/a\.ts → src\/language\/a\.ts$/,
    },
    {
      about: 'a library that imports the command line',
      path: 'src/platform/b.ts',
      text: "import '../cli/main.js';",
      expected: /^cli-is-not-imported: src\/platform\/b\.ts → src\/cli\/main\.ts$/,
    },
    {
      about: 'a cycle',
      path: 'src/core/k.ts',
      text: "export { l } from './l.js';\nexport const k = 1;",
      expected: /^no-circular: src\/core\/[kl]\.ts → src\/core\/[kl]\.ts$/,
    },
    {
      about: 'the other half of a cycle',
      path: 'src/core/l.ts',
      text: "import './k.js';\nexport const l = 1;",
      expected: /^no-circular: src\/core\/[kl]\.ts → src\/core\/[kl]\.ts$/,
    },
    {
      about: 'a cycle of types',
      path: 'src/core/m.ts',
      text: "import type { N } from './n.js';\nexport type M = N | 1;",
      expected: /^no-circular: src\/core\/[mn]\.ts → src\/core\/[mn]\.ts$/,
    },
    {
      about: 'the other half of a cycle of types',
      path: 'src/core/n.ts',
      text: "import type { M } from './m.js';\nexport type N = M | 2;",
      expected: /^no-circular: src\/core\/[mn]\.ts → src\/core\/[mn]\.ts$/,
    },
    {
      about: 'a file that nobody imports',
      path: 'src/core/left-over.ts',
      text: "export { one } from './one.js';",
      expected: /^no-unused-files: src\/core\/left-over\.ts/,
      apart: true,
    },
    {
      about: 'a file with no link to any other',
      path: 'src/core/alone.ts',
      text: 'export const alone = 1;',
      expected: /^no-orphans: src\/core\/alone\.ts/,
      apart: true,
    },
  ]; // prettier-ignore

  describe('are broken by', () => {
    let found: readonly string[];

    before(async () => {
      const reached = CANARIES.filter(({ apart }) => !apart).map(
        ({ path }) => `import '${path.replace(/^src/, '.').replace(/ts$/, 'js')}';\n`,
      );
      const files = Object.fromEntries(CANARIES.map(({ path, text }) => [path, `${text}\n`]));
      const others = {
        'src/index.ts': SOUND['src/index.ts'] + reached.join(''),
        'src/rules/last.ts': 'export const last = 1;\n',
        'src/server/start.ts': 'export const start = 1;\n',
        'src/site/page.ts': 'export const page = 1;\n',
        'test/support.ts': 'export const support = 1;\n',
      };
      ({ found } = await inProject({ ...files, ...others }, violations));
    });

    for (const { about, path, expected } of CANARIES) {
      it(`${about} (${path})`, () =>
        assert.ok(
          found.some((one) => expected.test(one)),
          `${expected} is not among:\n${found.join('\n')}`,
        ));
    }
  });
});

describe('the type check of the engine', function () {
  this.timeout(120_000);

  /** What the compiler says about the engine's part of a small project. */
  const complaints = (files: Readonly<Record<string, string>>) =>
    inProject(files, async (folder) =>
      (await output(TSC, ['-p', 'tsconfig.engine.json', '--noEmit', '--pretty', 'false'], folder)).trim().split('\n').filter(Boolean),
    );

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
