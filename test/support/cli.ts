import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of this project. */
export const PROJECT = join(import.meta.dirname, '../..');
/** The built command. */
export const COMMAND = join(PROJECT, 'dist/cli.js');

/** What a run of the command did. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the command if its sources are newer than it is; once for all tests. */
export function buildOnce(): void {
  if (built) return;
  built = true;
  if (existsSync(COMMAND) && ['src', 'schemas'].every((folder) => newest(join(PROJECT, folder)) < statSync(COMMAND).mtimeMs)) return;
  const { status, stderr } = spawnSync('npx', ['tsx', 'scripts/build.ts'], { cwd: PROJECT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
}

let built = false;

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}

/** Runs the command as a user would, without colours and with a cache of its own. */
export function dmap(cwd: string, args: readonly string[], options: SpawnSyncOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    encoding: 'utf8',
    ...options,
    env: environment(cwd, options.env),
  });
  return { code: status, out: String(stdout), err: String(stderr) };
}

/** An environment in which nothing of the one who runs the tests counts. */
export function environment(cwd: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], XDG_CACHE_HOME: join(dirname(cwd), '.cache-of-tests'), ...more };
}

/** A temporary folder that holds a folder `guidance`: the small root of the rules' examples with the files given laid over it. */
export function temporaryGuidance(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-'));
  temporary.push(folder);
  const root = join(folder, 'guidance');
  cpSync(join(import.meta.dirname, '../fixtures/rule-base'), root, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const temporary: string[] = [];

/** Takes away what tests made. */
export function cleanUp(): void {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The texts of all files below a folder, by path. */
export function textsIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** A page with front matter that nothing is wrong with. */
export function page(title: string, body: string): string {
  return `---\ntitle: ${title}\ntype: page\nstatus: draft\n---\n\n# ${title}\n\n${body}\n`;
}
