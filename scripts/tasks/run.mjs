/** Runs programs for the project's own tasks. Plain JavaScript: these run before anything is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs a program in the project's folder with its output shown.
 * @param {string} command the program
 * @param {readonly string[]} args its arguments
 * @returns {number} its exit code
 */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (error) throw new Error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/**
 * Runs a program and ends this one with its exit code if that is not 0.
 * @param {string} command the program
 * @param {readonly string[]} args its arguments
 */
export function must(command, args) {
  const status = run(command, args);
  if (status !== 0) process.exit(status);
}

/** Installs the packages of the lock file, unless they are there already. */
export function ensureInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && changedAt(installed) >= changedAt(join(root, 'package-lock.json'))) return;
  console.log('Installing packages …');
  const status = run('npm', ['ci', '--no-audit', '--no-fund']);
  if (status === 0) return;
  console.error(`
The packages could not be installed; npm says why above. Check that you are online and that this folder can be
written to, then run the same command again. Node.js 20 or later is needed; this is ${process.version}.`);
  process.exit(status);
}

/** Builds `dist/`, unless it is newer than everything that it is made from. */
export function ensureBuilt() {
  const built = join(root, 'dist/cli.js');
  const sources = ['src', 'schemas', 'scripts', 'package-lock.json'].map((path) => newestIn(join(root, path)));
  if (existsSync(built) && changedAt(built) > Math.max(...sources)) return;
  console.log('Building …');
  must('npm', ['run', '--silent', 'build']);
}

/**
 * Runs the built command.
 * @param {readonly string[]} args its arguments
 * @returns {number} its exit code
 */
export function dmap(args) {
  return run(process.execPath, ['dist/cli.js', ...args]);
}

function changedAt(path) {
  return statSync(path).mtimeMs;
}

function newestIn(path) {
  if (!statSync(path).isDirectory()) return changedAt(path);
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}
