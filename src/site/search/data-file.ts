import type { SiteFile } from '../types.js';
import { type DataKinds, FOLDER, RECEIVER } from './data.js';

/** A file of the index before it is written: its name without folder and extension, and its script. */
export interface DataFile {
  readonly name: string;
  readonly script: string;
}

/** A script that hands data over. Its name changes with its content, so that it may be kept for ever. */
export function dataFile<Kind extends Exclude<keyof DataKinds, 'start'>>(kind: Kind, data: DataKinds[Kind]): DataFile {
  const json = JSON.stringify(data);
  const name = `${kind}-${digestOf(json)}`;
  return { name, script: scriptOf(kind, name, json) };
}

/** The call that a file consists of. */
export function scriptOf(kind: keyof DataKinds, name: string, json: string): string {
  return `${RECEIVER}(${JSON.stringify(kind)},${JSON.stringify(name)},${json});\n`;
}

/** A file of the index as a file of the site. */
export function siteFile({ name, script }: DataFile): SiteFile {
  return { path: `${FOLDER}/${name}.js`, content: script };
}

/** A short name for a text: two 32-bit FNV-like hashes in one pass. Against chance, not against malice: it only keeps versions apart. */
function digestOf(text: string): string {
  let first = 0x811c9dc5 | 0;
  let second = 0x2f0b4c47 | 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x5bd1e995) ^ (second >>> 13);
  }
  return (first >>> 0).toString(36).padStart(7, '0').slice(-5) + (second >>> 0).toString(36).padStart(7, '0').slice(-5);
}
