import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { neededDistFiles } from './dist-files.js';
import { PackagingFailure } from './failure.js';
import { browserName, extensionManifest, type Manifest, type Native } from './manifest.js';
import { lockedVersion, nativeTarball } from './native-binary.js';
import { TARGETS, type Target } from './targets.js';

/** What is packaged beside the build, by the name that it has in the package. */
const FILES = {
  LICENSE: 'LICENSE',
  'CHANGELOG.md': 'CHANGELOG.md',
  'README.md': 'src/extension/README.md',
  'THIRD-PARTY-NOTICES.md': 'dist/THIRD-PARTY-NOTICES.md',
} as const;

/** Folders of the project that are packaged whole, as far as they are there. */
const FOLDERS = ['media', 'snippets', 'l10n'];

/**
 * Puts everything that a package of the extension holds into an empty folder.
 * @param root the project's folder, built
 * @param folder the folder to fill
 * @param target the platform whose binary is packaged along; none in the universal package
 * @throws PackagingFailure where something is missing
 */
export function stage(root: string, folder: string, target: Target | undefined): void {
  const native = target && placeNative(root, folder, target);
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  writeJson(join(folder, 'package.json'), extensionManifest(project, native));
  for (const name of readdirSync(root)) if (/^package\.nls(\..+)?\.json$/.test(name)) copy(join(root, name), join(folder, name));
  for (const [name, from] of Object.entries(FILES)) copy(join(root, from), join(folder, name));
  for (const name of FOLDERS) if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  const browserEntry = project.browser?.replace(/^\.\/dist\//, '');
  for (const path of neededDistFiles(join(root, 'dist'))) {
    copyBuilt(join(root, 'dist', path), join(folder, 'dist', path === browserEntry ? browserName(path) : path));
  }
  // The extension's own manifest cannot say so: hosts in browsers would take the extension itself for a module.
  writeJson(join(folder, 'dist/package.json'), { type: 'module' });
  // Everything here is meant to be packaged; vsce warns where nothing says so.
  writeFileSync(join(folder, '.vscodeignore'), '');
  makeModesEqual(folder);
}

/** Puts a package with a binary where Node looks for it from `dist/`, and says which it is. */
function placeNative(root: string, folder: string, target: Target): Native {
  const name = TARGETS[target];
  const version = lockedVersion(root, name);
  const to = join(folder, 'node_modules', name);
  const installed = join(root, 'node_modules', name);
  // The package of this machine's own platform is here, and npm has checked it.
  if (versionIn(installed) === version) cpSync(installed, to, { recursive: true });
  else unpack(nativeTarball(root, target), to);
  return { name, version };
}

function versionIn(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Manifest).version : undefined;
}

function unpack(tarball: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['xzf', tarball, '-C', to, '--strip-components=1'], { encoding: 'utf8' });
  if (status !== 0) throw new PackagingFailure(`${tarball} cannot be unpacked: ${stderr}`);
}

function copy(from: string, to: string): void {
  if (!existsSync(from)) throw new PackagingFailure(`${from} is missing. Run “npm run build” first.`);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** Copies a built file without the name of its map, which stays behind. */
function copyBuilt(from: string, to: string): void {
  copy(from, to);
  if (/\.c?js$/.test(to)) writeFileSync(to, readFileSync(to, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Whoever packages may have other habits: the package shall be the same. */
function makeModesEqual(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o644);
  }
}
