import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type LoadedFile, type Position, SourceText } from '../../core/text/source-text.js';
import { type ListedFile, problemOf } from './list-files.js';

/** Files above this size are not checked: no document that people read is so long. In bytes. */
export const LARGEST = 10 * 1024 * 1024;

/** Reads a file of a root as text, or says why that is not possible. */
export function readListed(root: string, file: ListedFile): LoadedFile {
  const { path } = file;
  if (file.problem) return { path, unreadable: file.problem.reason, detail: file.problem.detail };
  if (file.size > LARGEST) return tooLarge(path, file.size);
  let bytes: Buffer;
  try {
    bytes = readFileSync(`${root}/${path}`);
  } catch (error) {
    const { reason, detail } = problemOf(error);
    return { path, unreadable: reason, detail };
  }
  return decode(path, bytes);
}

/** What there is instead of the text of a file that is too large. */
export function tooLarge(path: string, size: number): LoadedFile {
  return { path, unreadable: 'too-large', detail: `${megabytes(size)}; at most ${megabytes(LARGEST)}` };
}

/** The text in a file's bytes; a byte order mark is kept beside it. */
export function decode(path: string, bytes: Buffer): LoadedFile {
  if (isUtf16(bytes)) return { path, unreadable: 'encoding', detail: 'it was saved as UTF-16' };
  if (bytes.subarray(0, 8192).includes(0)) return { path, unreadable: 'binary', detail: '' };
  if (!isUtf8(bytes)) return notUtf8(path, bytes);
  return { path, source: SourceText.of(path, bytes.toString('utf8')) };
}

/** Whether bytes begin with the byte order mark of UTF-16, which some editors save as “Unicode”. */
function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function notUtf8(path: string, bytes: Buffer): LoadedFile {
  const place = firstWrongByte(bytes);
  return { path, unreadable: 'encoding', detail: `first wrong byte in line ${place.line}, column ${place.column}`, place };
}

/** Where the bytes stop being UTF-8. */
function firstWrongByte(bytes: Buffer): Position {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (validUpTo(bytes, middle)) good = middle;
    else bad = middle;
  }
  // Up to three bytes before that were taken for a character cut off.
  while (!isUtf8(bytes.subarray(0, good))) good--;
  const lines = bytes
    .subarray(0, good)
    .toString('utf8')
    .split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines[lines.length - 1] ?? '').length + 1 };
}

/** Whether the first bytes are UTF-8, a character that is cut off at their end aside. */
function validUpTo(bytes: Buffer, length: number): boolean {
  for (let cut = 0; cut < 4; cut++) if (isUtf8(bytes.subarray(0, Math.max(0, length - cut)))) return true;
  return false;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}
