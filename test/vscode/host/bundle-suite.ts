import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where an extension runs: in a Node of its own, or in a worker of the browser. */
export type HostKind = 'node' | 'web';

/** Tests to bundle. */
export interface SuiteBundle {
  readonly kind: HostKind;
  /** The folder of the test files, which are those directly in it. */
  readonly folder: string;
  /** The file to write: an entry that `extensionTestsPath` can name. */
  readonly outfile: string;
  /** What tests know of the outside: see `suite/support/given.ts`. */
  readonly given: unknown;
  /** A text in the names of the tests to run. */
  readonly grep: string;
}

/**
 * Bundles the tests of a folder, with mocha, into one module. Those in `*.node.test.ts` need Node, and are left out for the web.
 * @returns how many files there are
 */
export async function bundleSuite({ kind, folder, outfile, given, grep }: SuiteBundle): Promise<number> {
  const ending = kind === 'web' ? /(?<!\.node)\.test\.ts$/ : /\.test\.ts$/;
  const files = readdirSync(folder).filter((name) => ending.test(name));
  await build({
    stdin: { contents: entry(files, grep), resolveDir: folder, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: kind === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { GIVEN: JSON.stringify(given), global: 'globalThis' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return files.length;
}

const SUPPORT = join(import.meta.dirname, '../suite/support/run-suite.ts');

function entry(files: readonly string[], grep: string): string {
  const loads = files.map((name) => `() => import(${JSON.stringify(`./${name}`)})`);
  return `import { runSuite } from ${JSON.stringify(SUPPORT)};
export const run = () => runSuite([${loads.join(', ')}], ${JSON.stringify(grep)});`;
}
