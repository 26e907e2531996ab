import { existsSync, lstatSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChangedFile, CreatedFile, ResolvedImport } from '../../exchange/word/import/merge/resolve-import.js';
import { UsageError } from '../../index.js';
import { decode } from '../../platform/node/read-file.js';
import { createFile, isInside, replaceFile } from '../../platform/node/write-file.js';
import { fromHere } from '../roots.js';

/**
 * Writes what an import makes and changes: all of it or nothing.
 * @throws UsageError where something is in the way; then everything is as it was
 */
export function writeImport(root: string, { created, changed }: Pick<ResolvedImport, 'created' | 'changed'>): void {
  assertFree(root, created);
  const undo: (() => void)[] = [];
  try {
    for (const { path, content } of created) {
      const file = join(root, path);
      // Also where only the folder could be made and not the file.
      undo.push(...missingFolders(file).map((folder) => () => rmdirSync(folder)));
      createFile(file, content);
      undo.push(() => rmSync(file, { force: true }));
    }
    for (const change of changed) undo.push(replace(root, change));
  } catch (error) {
    takeBack(undo);
    throw error;
  }
}

/** The folders on the way to a file that are not there yet, the outermost first. */
function missingFolders(file: string): string[] {
  const folder = dirname(file);
  return existsSync(folder) ? [] : [...missingFolders(folder), folder];
}

/** Takes back what was done, the last first; a step that cannot be taken back keeps none of the others from it. */
function takeBack(undo: readonly (() => void)[]): void {
  for (const step of [...undo].reverse()) {
    try {
      step();
    } catch {
      // Why the import failed is what is told.
    }
  }
}

/**
 * What is to be written has to be inside the root, and nothing may be there already.
 * @throws UsageError where it is not so
 */
export function assertFree(root: string, created: readonly CreatedFile[]): void {
  const outside = created.find(({ path }) => !isInside(root, join(root, path)));
  if (outside) throw new UsageError(`“${outside.path}” is outside the guidance folder. Nothing has been written.`);
  const there = created.filter(({ path }) => lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined);
  if (there.length === 0) return;
  const names = there.map(({ path }) => fromHere(join(root, path))).join(', ');
  throw new UsageError(
    `Nothing has been written, since nothing is ever overwritten, and this is there already: ${names}. Choose another name or folder.`,
  );
}

/** Writes a changed file; the way back is what it answers. */
function replace(root: string, { path, before, after }: ChangedFile): () => void {
  const file = join(root, path);
  if (!isInside(root, file)) throw new UsageError(`“${path}” is outside the guidance folder. Nothing has been written.`);
  const there = decode(path, readFileSync(file));
  if (!('source' in there) || there.source.text !== before)
    throw new UsageError(`“${fromHere(file)}” was changed by somebody since it was read. Nothing has been written. Try again.`);
  const mark = there.source.bom ? '\uFEFF' : '';
  replaceFile(file, mark + after);
  return () => replaceFile(file, mark + before);
}
