import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MANIFEST } from '../../core/model/manifest.js';
import { UsageError } from './usage-error.js';

/**
 * The guidance folder that a path belongs to: the nearest one, from the path upwards, that has a manifest.
 * @throws UsageError where there is none
 */
export function findRoot(path: string): string {
  const start = resolve(path);
  if (!existsSync(start)) throw new UsageError(`There is no file or folder “${path}”.`);
  let folder = statSync(start).isDirectory() ? start : dirname(start);
  for (;;) {
    if (existsSync(join(folder, MANIFEST))) return folder;
    const parent = dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  throw new UsageError(
    `There is no ${MANIFEST} in “${path}” or in any folder above it, so this is not a guidance folder. ` +
      'Run “dmap init” to make one, or name the folder that has it.',
  );
}
