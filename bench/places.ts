import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateWorkspace } from './generate-workspace.js';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Where the benchmark keeps what it makes. */
export const folder = join(root, '.cache/bench');
/** The cache that the command uses while it is measured. */
export const cache = join(folder, 'cache');
/** The built command. */
export const cli = join(root, 'dist/cli.js');

/** Whether somebody wants to know soon rather than well. */
export const quick = process.argv.includes('--quick');
/** How often each command is run. */
export const ROUNDS = quick ? 1 : 5;

/** The folder of a generated workspace, made on first use; made anew when the generator has changed. */
export function workspace(size: number): string {
  const generator = readFileSync(join(root, 'bench/generate-workspace.ts'), 'utf8').length;
  const target = join(folder, `workspace-${size}-${generator}`);
  if (!existsSync(target)) {
    mkdirSync(target, { recursive: true });
    generateWorkspace(target, size, join(root, 'guidance'));
  }
  return target;
}
