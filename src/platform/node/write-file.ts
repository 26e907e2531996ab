import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Puts a text in the place of a file's own, whole or not at all; its mode stays, and a link to it stays a link. */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file);
  // A rename would replace even a file that its owner has made read-only.
  accessSync(target, constants.W_OK);
  const draft = draftBeside(target);
  try {
    writeDraft(draft, text);
    chmodSync(draft, statSync(target).mode);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Makes a file that was not there, with the folders on the way to it; whole or not at all.
 * @throws an `EEXIST` error where something has that name already
 */
export function createFile(file: string, content: string | Uint8Array, mode?: number): void {
  makeFolder(dirname(file));
  const draft = draftBeside(file);
  try {
    writeDraft(draft, content);
    if (mode !== undefined) chmodSync(draft, mode);
    // A rename would take the place of a file that was made meanwhile; a link never does.
    linkOrCopy(draft, file, content);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a file and gives it a new text, so that at no moment there is none. */
export function moveFile(from: string, to: string, text: string): void {
  if (existsSync(to) && statSync(to).ino === statSync(from).ino) {
    // On a file system that folds letter case the new name is the old one.
    replaceFile(from, text);
    renameSync(from, to);
    return;
  }
  accessSync(from, constants.W_OK);
  createFile(to, text, statSync(from).mode);
  rmSync(from);
}

/** Whether a place is inside a folder, links on the way to it followed; it need not be there yet. */
export function isInside(folder: string, place: string): boolean {
  const root = realpathSync(folder);
  const real = realpathSync(nearestThere(place));
  const within = (path: string, home: string) => path === home || path.startsWith(home.endsWith(sep) ? home : home + sep);
  return within(real, root) && within(resolve(place), resolve(folder));
}

/**
 * Makes a folder with those on the way to it, where they are not there yet.
 * @throws a {@link FolderError} where the folder that they would go into cannot be written to
 */
export function makeFolder(folder: string): void {
  const there = nearestThere(folder);
  const names = relative(there, resolve(folder)).split(sep).filter(Boolean);
  // Node's own way with `recursive` never ends on a file system that answers “not there”, as /proc does.
  inFolder(there, () => names.reduce((parent, name) => folderIn(parent, name), folderIn(there)));
}

/** Makes a folder where there is none, which somebody else may do meanwhile. */
function folderIn(parent: string, name = ''): string {
  const folder = join(parent, name);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
  return folder;
}

/** An error of the file system that concerns a folder, whichever file was to be written there. */
export interface FolderError extends NodeJS.ErrnoException {
  readonly folder: string;
}

/** A draft has a name that nobody knows: what goes wrong with it is told of its folder. */
function writeDraft(draft: string, content: string | Uint8Array): void {
  inFolder(dirname(draft), () => writeFileSync(draft, content, { flag: 'wx' }));
}

function inFolder(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { folder }) : error;
  }
}

function nearestThere(folder: string): string {
  let existing = resolve(folder);
  while (!existsSync(existing)) existing = dirname(existing);
  return existing;
}

function draftBeside(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.tmp`);
}

function linkOrCopy(draft: string, file: string, content: string | Uint8Array): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    // Some file systems know no links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    writeFileSync(file, content, { flag: 'wx' });
  }
}
