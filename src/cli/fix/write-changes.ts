import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../index.js';
import { decode } from '../../platform/node/read-file.js';
import { isInside, moveFile, replaceFile } from '../../platform/node/write-file.js';
import type { FileChange } from './fix-root.js';

/** A change that could not be made, with the reason. */
export interface FailedChange {
  readonly change: FileChange;
  readonly error: unknown;
}

/** Writes changes, each file whole or not at all; one that cannot be written does not stop the others. */
export function writeChanges(
  root: string,
  changes: readonly FileChange[],
  display: (path: string) => string,
): { written: FileChange[]; failed: FailedChange[] } {
  const written: FileChange[] = [];
  const failed: FailedChange[] = [];
  for (const change of changes) {
    try {
      writeChange(root, change, display);
      written.push(change);
    } catch (error) {
      failed.push({ change, error });
    }
  }
  return { written, failed };
}

function writeChange(root: string, change: FileChange, display: (path: string) => string): void {
  const file = join(root, change.path);
  const target = join(root, change.renameTo ?? change.path);
  for (const place of [file, target]) {
    if (!isInside(root, place)) throw new UsageError(`“${display(change.path)}” was not changed: it would leave the guidance folder.`);
  }
  const onDisk = decode(change.path, readFileSync(file));
  const text = 'source' in onDisk ? onDisk.source.text : undefined;
  // A link to a document shares its text: the first of the two has written it already.
  if (text === change.after && change.renameTo === undefined) return;
  if (text === undefined || text !== change.before) {
    throw new UsageError(`“${display(change.path)}” was not changed: somebody changed it since it was read. Run “dmap lint --fix” again.`);
  }
  const whole = ('source' in onDisk && onDisk.source.bom ? '\uFEFF' : '') + change.after;
  if (change.renameTo === undefined) replaceFile(file, whole);
  else moveFile(file, target, whole);
}
