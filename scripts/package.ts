/**
 * Makes packages of the extension for VS Code from what is built: `packages/destination-map-VERSION.vsix`, which runs everywhere and
 * parses with remark; with `--target PLATFORM` (any number of times) or `--all-targets`, packages that carry satteri's binary too.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { PackagingFailure } from './package/failure.js';
import { checkEntrySizes, sizeTable } from './package/sizes.js';
import { stage } from './package/stage.js';
import { isTarget, TARGETS, type Target } from './package/targets.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'packages');

/** A package to make: for a platform, or for all. */
type Wanted = Target | undefined;

// Files in packages bear this time: the same build gives the same package.
process.env['SOURCE_DATE_EPOCH'] = String(Date.UTC(2020, 0, 1) / 1000);
process.env['TZ'] = 'UTC';

await main().catch((error) => {
  console.error(error instanceof PackagingFailure ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const targets = wantedTargets();
  mkdirSync(join(root, '.cache'), { recursive: true });
  const work = mkdtempSync(join(root, '.cache/packaging-'));
  try {
    for (const target of targets) stage(root, stagedIn(work, target), target);
    const first = stagedIn(work, targets[0]);
    checkEntrySizes(first);
    console.log(`${sizeTable(first, scriptsOf(first))}\n`);
    const made: string[] = [];
    for (const target of targets) made.push(await packaged(work, target));
    // Only now that all are made: what is in the folder of packages is whole.
    mkdirSync(out, { recursive: true });
    for (const name of made) {
      renameSync(join(work, name), join(out, name));
      console.log(`packages/${name}  ${(statSync(join(out, name)).size / 1000).toFixed(0)} kB`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function wantedTargets(): Wanted[] {
  const { values } = parseArgs({ options: { target: { type: 'string', multiple: true }, 'all-targets': { type: 'boolean' } } });
  if (values['all-targets']) return [undefined, ...(Object.keys(TARGETS) as Target[])];
  const named = values.target ?? [];
  const unknown = named.filter((name) => !isTarget(name));
  if (unknown.length > 0)
    throw new PackagingFailure(`There are no packages for ${unknown.join(', ')}, only for ${Object.keys(TARGETS).join(', ')}.`);
  return named.length > 0 ? named.filter(isTarget) : [undefined];
}

function stagedIn(work: string, target: Wanted): string {
  const folder = join(work, target ?? 'universal');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function scriptsOf(folder: string): string[] {
  return (readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }) as string[])
    .filter((path) => /\.c?js$/.test(path))
    .map((path) => `dist/${path.replaceAll('\\', '/')}`);
}

/** @returns the package's name, in the folder of work */
async function packaged(work: string, target: Wanted): Promise<string> {
  const cwd = stagedIn(work, target);
  const { version } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')) as { version: string };
  const name = `${['destination-map', target, version].filter(Boolean).join('-')}.vsix`;
  await createVSIX({
    cwd,
    packagePath: join(work, name),
    // There are dependencies where there is a binary, and vsce looks for nothing else in node_modules.
    dependencies: target !== undefined,
    ...(target ? { target } : {}),
    // The readme of the extension has no links into the project.
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  return name;
}
