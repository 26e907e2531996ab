import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MANIFEST } from '../../core/model/manifest.js';
import { isSkippedFolder } from '../../core/root/skipped-folders.js';
import type { UnreadableReason } from '../../core/text/source-text.js';

/** A file of a guidance root, as the file system lists it. */
export interface ListedFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly size: number;
  /** What changes whenever the file does: size, times and inode. */
  readonly stamp: string;
  /** When the file or its entry last changed, in milliseconds since 1970. */
  readonly changedAt: number;
  /** Whether it is a folder whose files could not be listed. */
  readonly folder?: true;
  /** Why it cannot be read, where that is known already. */
  readonly problem?: { readonly reason: UnreadableReason; readonly detail: string };
}

/**
 * Lists the files below a root, in the order of their paths.
 *
 * Folders inside it that are guidance roots of their own are left out.
 * Links to folders are not followed, so that no listing goes round in circles; links to files are, as long as they
 * stay inside the root.
 */
export function listFiles(root: string): ListedFile[] {
  const files: ListedFile[] = [];
  const real = realpathSync(root);
  listFolder(root, real, '', files);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Lists one file of a root, by the same rules; undefined where there is none that belongs to it.
 * @param path from the root, with `/`
 */
export function listFile(root: string, path: string): ListedFile | undefined {
  const folders = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= folders.length; depth++) {
    const folder = join(root, ...folders.slice(0, depth));
    if (isSkippedFolder(folders[depth - 1] ?? '') || !isFolder(folder) || isFile(join(folder, MANIFEST))) return undefined;
  }
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) return linked(root, realpathSync(root), path)[0];
  return stats?.isFile() ? listed(root, path)[0] : undefined;
}

/** Whether there is a folder, and not a link to one. */
function isFolder(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isFile(place: string): boolean {
  const stats = lstatSync(place, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isDirectory();
}

function listFolder(root: string, real: string, folder: string, files: ListedFile[]): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    files.push({ ...unlisted(folder, error), folder: true });
    return;
  }
  // A guidance folder inside another is a root of its own: its documents answer to its own manifest.
  if (folder !== '' && entries.some((entry) => entry.name === MANIFEST && !entry.isDirectory())) return;
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name)) listFolder(root, real, path, files);
    } else if (entry.isSymbolicLink()) {
      files.push(...linked(root, real, path));
    } else if (entry.isFile()) {
      files.push(...listed(root, path));
    }
  }
}

function listed(root: string, path: string): ListedFile[] {
  try {
    return [fromStats(path, statSync(`${root}/${path}`))];
  } catch (error) {
    return [unlisted(path, error)];
  }
}

function linked(root: string, real: string, path: string): ListedFile[] {
  try {
    const target = realpathSync(join(root, path));
    const stats = statSync(target);
    // A linked folder's files are listed where they are, if that is inside the root.
    if (stats.isDirectory()) return [];
    if (target === real || target.startsWith(real + sep)) return [fromStats(path, stats)];
    return [{ ...fromStats(path, stats), problem: { reason: 'io', detail: 'it is a link that leads outside the guidance folder' } }];
  } catch (error) {
    return [unlisted(path, error)];
  }
}

function fromStats(path: string, stats: Stats): ListedFile {
  const stamp = `${stats.size}-${stats.mtimeMs}-${stats.ctimeMs}-${stats.ino}`;
  return { path, size: stats.size, stamp, changedAt: Math.max(stats.mtimeMs, stats.ctimeMs) };
}

function unlisted(path: string, error: unknown): ListedFile {
  return { path: path === '' ? '.' : path, size: 0, stamp: 'none', changedAt: 0, problem: problemOf(error) };
}

/** A file system error as a reason that can be told in plain words. */
export function problemOf(error: unknown): { reason: UnreadableReason; detail: string } {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EACCES' || code === 'EPERM') return { reason: 'permission', detail: code };
  if (code === 'ENOENT') return { reason: 'missing', detail: code };
  if (code === 'ELOOP') return { reason: 'io', detail: 'it is a symbolic link that leads round in a circle' };
  return { reason: 'io', detail: error instanceof Error ? error.message : String(error) };
}
