import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PackagingFailure } from './failure.js';
import { TARGETS, type Target } from './targets.js';

/** A package of the lock file. */
interface Locked {
  readonly version: string;
  readonly integrity: string;
}

/**
 * The tarball of the package that holds satteri's binary for a platform, of the version and with the checksum of the lock file.
 * It is fetched once and kept below `.cache/`.
 * @param root the project's folder
 * @returns the tarball's path
 * @throws PackagingFailure where it cannot be had, or is another
 */
export function nativeTarball(root: string, target: Target): string {
  const name = TARGETS[target];
  const { version, integrity } = locked(root, name);
  const cache = join(root, '.cache/satteri');
  const kept = join(cache, `${name.replace('/', '-').slice(1)}-${version}.tgz`);
  if (!existsSync(kept)) fetchTarball(`${name}@${version}`, cache, kept);
  const found = `sha512-${createHash('sha512').update(readFileSync(kept)).digest('base64')}`;
  if (found === integrity) return kept;
  rmSync(kept);
  throw new PackagingFailure(`${name} ${version} is not the package of package-lock.json: its checksum is ${found}. Nothing was packaged.`);
}

/** The version of a package that the lock file has. */
export function lockedVersion(root: string, name: string): string {
  return locked(root, name).version;
}

function locked(root: string, name: string): Locked {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const found = packages[`node_modules/${name}`];
  if (!found) throw new PackagingFailure(`package-lock.json has no ${name}. Nothing was packaged.`);
  return found;
}

function fetchTarball(specifier: string, cache: string, kept: string): void {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, '.fetching-'));
  try {
    const args = ['pack', '--json', '--pack-destination', folder, specifier];
    const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
    if (status !== 0) {
      const said = stderr.trim().split('\n').slice(-5).join('\n');
      throw new PackagingFailure(`${specifier} cannot be fetched. Are you online? Nothing was packaged.\n${said}`);
    }
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    renameSync(join(folder, filename), kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
