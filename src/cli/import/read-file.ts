import { readFileSync, statSync } from 'node:fs';
import { LARGEST_FILE, readWord, type WordDocument, WordFileError } from '../../exchange/word/index.js';
import { UsageError } from '../../index.js';

/**
 * Reads a Word document from the disk.
 * @throws UsageError where there is none, or it cannot be read
 */
export async function readWordFile(file: string): Promise<WordDocument> {
  const size = sizeOf(file);
  try {
    // A file that is too large is not even read.
    if (size > LARGEST_FILE) throw new WordFileError(`is too large: ${megabytes(size)}, and at most ${megabytes(LARGEST_FILE)} are read`);
    return await readWord(readFileSync(file));
  } catch (error) {
    if (error instanceof WordFileError) throw new UsageError(`“${file}” ${error.message}. Nothing has been written.`);
    throw error;
  }
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no file “${file}”. Check the path.`);
  if (!found.isFile()) throw new UsageError(`“${file}” is a folder. Give a Word document (.docx).`);
  return found.size;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
