import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIDECAR_ATTRIBUTES, SIDECARS } from '../../review/sidecar.js';
import { createFile, replaceFile } from './write-file.js';

/** The text of a root's sidecar file; undefined where it has none. */
export function readSidecar(root: string, path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Writes a root's sidecar file, and beside it what tells git how to merge it. */
export function writeSidecar(root: string, path: string, text: string): void {
  const attributes = join(root, SIDECARS, '.gitattributes');
  if (!existsSync(attributes)) createFile(attributes, SIDECAR_ATTRIBUTES);
  const file = join(root, path);
  if (existsSync(file)) replaceFile(file, text);
  else createFile(file, text);
}
