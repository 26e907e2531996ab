import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The texts of the files below some folders of the project, by their path with `/`, without a byte order mark. */
export function filesBelow(folders: readonly string[], ending: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!ending.test(name)) continue;
      found.set(`${folder}/${name.split(sep).join('/')}`, readFileSync(join(ROOT, folder, name), 'utf8').replace(/^\uFEFF/, ''));
    }
  }
  return found;
}
