/** Installs Debian packages where that is allowed without asking anybody. Plain JavaScript: tasks run before anything is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Installs packages with apt-get, on Linux, as the superuser or with a sudo that asks for no password; elsewhere nothing happens.
 * Whoever calls looks afterwards whether what was needed is there.
 * @param {string} what what is installed, in words
 * @param {readonly string[]} packages
 */
export function installWithApt(what, packages) {
  if (process.platform !== 'linux' || !programInPath('apt-get')) return;
  const root = process.getuid?.() === 0;
  if (!root && !(programInPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)) return;
  console.log(`Installing ${what} with apt-get …`);
  const apt = (...args) => {
    const [program, ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    spawnSync(program, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  apt('update', '-q');
  apt('install', '-q', '-y', '--no-install-recommends', ...packages);
}

/**
 * Whether a program is in one of the folders of PATH.
 * @param {string} name
 */
export function programInPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}
