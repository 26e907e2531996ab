import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { MANIFEST, UsageError } from '../index.js';
import { findRoot } from '../platform/node/find-root.js';

/** A guidance folder with the places in it that were asked about. */
export interface RootTarget {
  /** The folder, absolute. */
  readonly root: string;
  /** Paths from the root, with `/`; an empty one stands for all of it. */
  readonly selected: readonly string[];
}

/** The guidance folders that paths belong to, each once; and what is wrong with the paths that belong to none. */
export function rootsOf(paths: readonly string[]): { targets: readonly RootTarget[]; failures: readonly UsageError[] } {
  const targets = new Map<string, { root: string; selected: string[] }>();
  const failures: UsageError[] = [];
  for (const path of paths) {
    try {
      for (const root of rootsFor(path)) {
        const name = realpathSync(root);
        const target = targets.get(name) ?? { root, selected: [] };
        target.selected.push(pathInRoot(root, path));
        targets.set(name, target);
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failures.push(error);
    }
  }
  return { targets: [...targets.values()], failures };
}

/** The one guidance folder that a path belongs to. */
export function rootOf(path: string): string {
  const roots = rootsFor(path);
  const [only] = roots;
  if (roots.length > 1 || only === undefined) {
    throw new UsageError(
      `There are ${roots.length} guidance folders in “${path}”: ${roots.map(fromHere).join(', ')}. Say which one you mean.`,
    );
  }
  return only;
}

/** Whether a path of a root is one that was asked about. */
export function isSelected(path: string, selected: readonly string[]): boolean {
  return selected.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
}

/** A place as people name it from the folder that they are in, with `/`. */
export function fromHere(place: string): string {
  return relative(process.cwd(), place).split(sep).join('/') || '.';
}

/** The root above a path; for a folder without one, those directly in it: where `guidance/` lies in a project. */
function rootsFor(path: string): string[] {
  try {
    return [findRoot(path)];
  } catch (error) {
    const below = existsSync(path) && statSync(path).isDirectory() ? rootsIn(resolve(path)) : [];
    if (below.length === 0) throw error;
    return below;
  }
}

function rootsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, MANIFEST)))
    .map((entry) => join(folder, entry.name))
    .sort();
}

function pathInRoot(root: string, path: string): string {
  // A folder is listed where it really is; a link to a file is listed where the link is.
  const isFolder = statSync(path).isDirectory();
  const inside = isFolder ? relative(realpathSync(root), realpathSync(path)) : relative(root, resolve(path));
  return inside.startsWith('..') ? '' : inside.split(sep).join('/');
}
