import { relative } from 'node:path';
import type { FolderError } from '../platform/node/write-file.js';

/** What went wrong, in a line for people; with the stack only where it was asked for. */
export function failureText(error: unknown, debug: boolean): string {
  const text = `dmap: ${inPlainWords(error)}\n`;
  const stack = debug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return text + stack;
}

function inPlainWords(error: unknown): string {
  if (!(error instanceof Error)) return `Something inside the tool failed: ${String(error)}`;
  // By name, so that nothing has to be loaded to tell it from the rest.
  if (error.name === 'UsageError') return error.message;
  const { code, path, folder } = error as NodeJS.ErrnoException & Partial<FolderError>;
  const told = code === undefined ? undefined : FILE_SYSTEM[code];
  if (told && folder !== undefined) return `The folder “${relative('', folder) || '.'}” ${told}`;
  if (told) return `${path === undefined ? 'A file' : `“${path}”`} ${told}`;
  return `Something inside the tool failed: ${error.message} This is a fault in the tool; please report it, with what “--debug” prints.`;
}

/** What the file system's own words mean, and what to do next. */
const FILE_SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written. Change its permissions, then try again.',
  EPERM: 'may not be changed. Change its permissions, then try again.',
  EROFS: 'is on a disk that cannot be written to. Copy the guidance elsewhere, then try again.',
  ENOSPC: 'could not be written because the disk is full. Make room, then try again.',
  EEXIST: 'is there already, and nothing is overwritten. Give another name or folder.',
  ENOENT: 'is not there. Check the path.',
  ENOTDIR: 'has a file where a folder would have to be. Check the path.',
  EISDIR: 'is a folder, and a file was expected.',
  ELOOP: 'is a link that leads round in a circle. Mend or delete the link.',
  ENAMETOOLONG: 'has a name that is too long for this disk. Give it a shorter one.',
};
