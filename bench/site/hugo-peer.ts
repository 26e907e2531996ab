import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../measure.js';
import { folder, root, workspace } from '../places.js';

/** The search that sites made with Hugo usually have: installed by the benchmark, and no part of the package. */
const PAGEFIND = '1.6.0';

/** Whether Hugo is there, and which; undefined where it is not. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? /v[\d.]+/.exec(stdout)?.[0] : undefined;
}

/** Hugo building the same documents into pages with the same parts as ours. */
export function hugo(size: number): Command {
  const site = hugoSite(size);
  return {
    name: 'hugo',
    mustSucceed: true,
    program: 'hugo',
    args: ['--quiet'],
    cwd: site,
    before: () => rmSync(join(site, 'public'), { recursive: true, force: true }),
  };
}

/** Pagefind indexing what Hugo has built. */
export function pagefind(size: number): Command {
  const site = hugoSite(size);
  const before = () => rmSync(join(site, 'public/pagefind'), { recursive: true, force: true });
  return { name: 'pagefind', mustSucceed: true, program: installedPagefind(), args: ['--site', 'public', '--quiet'], cwd: site, before };
}

/** How many pages Hugo has built. */
export function hugoPages(size: number): number {
  return readdirSync(join(hugoSite(size), 'public'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html')).length;
}

/** The folder of a Hugo site whose content is a generated workspace. */
function hugoSite(size: number): string {
  const source = workspace(size);
  const site = join(folder, 'hugo', String(size));
  const made = join(site, 'made-from');
  if (!existsSync(made) || readFileSync(made, 'utf8') !== source) {
    rmSync(site, { recursive: true, force: true });
    copyDocuments(source, join(site, 'content'));
    writeFileSync(made, source);
  }
  cpSync(join(root, 'bench/site/hugo'), site, { recursive: true });
  return site;
}

/** Copies the documents alone. To Hugo, an `index.md` makes all beside it its attachments; a section's page is `_index.md`. */
function copyDocuments(source: string, content: string): void {
  mkdirSync(content, { recursive: true });
  cpSync(source, content, { recursive: true, filter: (path) => statSync(path).isDirectory() || path.endsWith('.md') });
  renameSync(join(content, 'index.md'), join(content, '_index.md'));
  for (const path of readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))) {
    const file = join(content, path);
    const text = readFileSync(file, 'utf8');
    if (text.includes('../index.md')) writeFileSync(file, text.replaceAll('(../index.md', '(../_index.md'));
  }
}

function installedPagefind(): string {
  const place = join(folder, 'pagefind');
  const program = join(place, 'node_modules/.bin/pagefind');
  if (existsSync(program)) return program;
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, dependencies: { pagefind: PAGEFIND } }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: place, stdio: 'inherit', shell: process.platform === 'win32' });
  return program;
}
