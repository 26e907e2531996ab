import { posix } from 'node:path';
import { MANIFEST } from '../../../core/model/manifest.js';
import type { Repository } from './repository.js';

/**
 * Where a guidance folder was in another revision: in its place, or where its manifest was moved from; else the only one
 * there was.
 * @param root where it is now, from the top of the repository
 * @param renames paths before by paths after
 * @returns its place then; undefined where there was none, or nobody can say which
 */
export async function rootIn(
  repository: Repository,
  commit: string,
  root: string,
  renames: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const out = await repository.read(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]);
  const roots = out
    .toString('utf8')
    .split('\0')
    .filter((path) => path === MANIFEST || path.endsWith(`/${MANIFEST}`))
    .map(folderOf);
  if (roots.includes(root)) return root;
  const moved = renames.get(posix.join(root, MANIFEST));
  if (moved !== undefined) return folderOf(moved);
  return roots.length === 1 ? roots[0] : undefined;
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}
