import { closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { LoadedFile } from '../../../core/text/source-text.js';
import { problemOf } from '../list-files.js';
import { decode, readListed } from '../read-file.js';

/** Reads documents of a guidance folder by their paths; what lies outside it, or cannot be read, gives a reason and no text. */
export function documentReader(root: string): (path: string) => LoadedFile {
  const reader = new DocumentReader(root);
  return (path) => reader.read(path);
}

const OUTSIDE = 'it is a link that leads outside the guidance folder';
/** Opens what is no link; Windows has no such way. */
const NO_LINK = constants.O_NOFOLLOW as number | undefined;
/** Most documents are shorter, in bytes. */
const USUAL_LENGTH = 1 << 16;

class DocumentReader {
  private readonly real: string;
  /** Whether folders lie inside the guidance folder, links on the way to them followed. */
  private readonly folders = new Map<string, boolean>();
  private readonly space = Buffer.allocUnsafeSlow(USUAL_LENGTH);

  constructor(private readonly root: string) {
    this.real = realpathSync.native(root);
  }

  read(path: string): LoadedFile {
    try {
      return this.readPlain(path) ?? this.readAny(path);
    } catch (error) {
      const { reason, detail } = problemOf(error);
      return { path, unreadable: reason, detail };
    }
  }

  /** A file of a usual length that is no link, in a folder that is known: as good as all of them are. */
  private readPlain(path: string): LoadedFile | undefined {
    if (NO_LINK === undefined || !this.isInsideFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) return undefined;
    const descriptor = openedPlain(`${this.root}/${path}`, constants.O_RDONLY | NO_LINK);
    if (descriptor === undefined) return undefined;
    try {
      const length = fill(this.space, descriptor);
      return length < this.space.length ? decode(path, this.space.subarray(0, length)) : undefined;
    } finally {
      closeSync(descriptor);
    }
  }

  private readAny(path: string): LoadedFile {
    const file = realpathSync.native(`${this.root}/${path}`);
    if (!this.isInside(file)) return { path, unreadable: 'io', detail: OUTSIDE };
    return readListed(this.root, { path, size: statSync(file).size, stamp: '', changedAt: 0 });
  }

  private isInsideFolder(folder: string): boolean {
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const real = realpathSync.native(`${this.root}/${folder}`);
    const isInside = real === this.real || this.isInside(real);
    this.folders.set(folder, isInside);
    return isInside;
  }

  private isInside(real: string): boolean {
    return real.startsWith(this.real.endsWith(sep) ? this.real : this.real + sep);
  }
}

/** Opens a file; undefined where that cannot be done, for whatever reason. */
function openedPlain(file: string, flags: number): number | undefined {
  try {
    return openSync(file, flags);
  } catch {
    return undefined;
  }
}

/** Fills a space from a file, as far as it goes, and gives how far that is. */
function fill(space: Buffer, descriptor: number): number {
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, space, length, space.length - length, null);
    length += read;
    if (read === 0 || length === space.length) return length;
  }
}
