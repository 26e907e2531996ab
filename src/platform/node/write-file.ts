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
import { basename, dirname, join, resolve, sep } from 'node:path';

/** Puts a text in the place of a file's own, whole or not at all; its mode stays, and a link to it stays a link. */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file);
  // A rename would replace even a file that its owner has made read-only.
  accessSync(target, constants.W_OK);
  const draft = draftBeside(target);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
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
export function createFile(file: string, text: string, mode?: number): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = draftBeside(file);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(draft, mode);
    // A rename would take the place of a file that was made meanwhile; a link never does.
    linkOrCopy(draft, file, text);
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
  let existing = resolve(place);
  while (!existsSync(existing)) existing = dirname(existing);
  const real = realpathSync(existing);
  const within = (path: string, home: string) => path === home || path.startsWith(home.endsWith(sep) ? home : home + sep);
  return within(real, root) && within(resolve(place), resolve(folder));
}

function draftBeside(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.tmp`);
}

function linkOrCopy(draft: string, file: string, text: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    // Some file systems know no links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    writeFileSync(file, text, { flag: 'wx' });
  }
}
