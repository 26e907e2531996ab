import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '../..');

/** Where the tour writes everything; made anew each time, and left there to be looked at. */
export const FOLDER = join(PROJECT, '.cache/tour');

/** The application that is imported. */
export const APPLICATION = 'rasso';

/** The Word file that is imported, and the guidance folder that it becomes. */
export const WORD_FILE = 'criteria.docx';
export const GUIDANCE = 'guidance';

/** A file of the tour, by its path from {@link FOLDER}. */
export function fileOf(path: string): Buffer {
  return readFileSync(join(FOLDER, path));
}
