import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { LoadedFile } from '../../../core/text/source-text.js';
import { problemOf } from '../list-files.js';
import { readListed } from '../read-file.js';

/** Reads documents of a guidance folder by their paths; what lies outside it, or cannot be read, gives a reason and no text. */
export function documentReader(root: string): (path: string) => LoadedFile {
  const real = realpathSync.native(root);
  return (path) => {
    try {
      const file = realpathSync.native(`${root}/${path}`);
      if (!file.startsWith(real.endsWith(sep) ? real : real + sep)) return { path, unreadable: 'io', detail: OUTSIDE };
      return readListed(root, { path, size: statSync(file).size, stamp: '', changedAt: 0 });
    } catch (error) {
      const { reason, detail } = problemOf(error);
      return { path, unreadable: reason, detail };
    }
  };
}

const OUTSIDE = 'it is a link that leads outside the guidance folder';
