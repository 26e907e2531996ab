import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../index.js';
import { createFile, isInside } from '../platform/node/write-file.js';
import { count } from './formats/count.js';
import { fromHere } from './roots.js';
import type { Terminal } from './terminal.js';

/** Writes new files into a folder that is there, and lists them. Where one of them is there already, none is written. */
export function writeScaffold(root: string, files: readonly { path: string; text: string }[], terminal: Terminal): void {
  const outside = files.find(({ path }) => !isInside(root, join(root, path)));
  if (outside)
    throw new UsageError(
      `“${outside.path}” is outside the guidance folder “${fromHere(root)}”. Nothing has been written. Give a path inside it.`,
    );
  const there = files.filter(({ path }) => exists(join(root, path))).map(({ path }) => fromHere(join(root, path)));
  if (there.length > 0) {
    throw new UsageError(
      `Nothing has been written, since nothing is ever overwritten, and this is there already: ${there.join(', ')}. Choose another name or folder.`,
    );
  }
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      createFile(join(root, path), text);
      written.push(fromHere(join(root, path)));
    }
  } finally {
    if (written.length > 0) terminal.out(`Wrote ${count(written.length, 'file')}:\n${written.map((path) => `  ${path}\n`).join('')}`);
  }
}

function exists(path: string): boolean {
  // A link that leads nowhere is there too.
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
