import { closeSync, constants, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { SiteFile } from '../../../site/types.js';
import { assertSitePath } from './site-path.js';

/** Never over another file: two of a site's files with one path would lose one of them in silence. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/** Most files are smaller, in bytes. */
const USUAL_SIZE = 1 << 18;

/** Writes the files of a site into a folder that nobody else knows; each folder on the way is made once. */
export class FileWriter {
  private readonly made = new Set<string>(['']);
  /** Where texts are put before they are written: to make room for each anew would cost more than to write them. */
  private readonly space = Buffer.allocUnsafeSlow(USUAL_SIZE);
  private readonly encoder = new TextEncoder();
  /** How many files have been written, and their size. */
  files = 0;
  bytes = 0;

  constructor(private readonly folder: string) {}

  /** @throws an error where the path leaves the site, or where another file, with another content, has taken it */
  write(file: SiteFile): void {
    if (this.create(file) || readFileSync(this.placeOf(file.path)).equals(bytesOf(file))) return;
    throw new Error(`Two files of the site would be “${file.path}”, or differ from it only in letter case.`);
  }

  /** Writes a file that is named by its content: where it is there already, it is the same. */
  writeOnce(file: SiteFile): void {
    this.create(file);
  }

  /** Takes away what another writer has left at a path. */
  remove(path: string): void {
    assertSitePath(path);
    rmSync(this.placeOf(path), { force: true });
  }

  /** @returns whether the file is new */
  private create(site: SiteFile): boolean {
    const { path } = site;
    assertSitePath(path);
    this.makeFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    let descriptor: number;
    try {
      descriptor = openSync(this.placeOf(path), NEW, 0o666);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    const bytes = this.encoded(site);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    } finally {
      closeSync(descriptor);
    }
    this.files++;
    this.bytes += bytes.length;
    return true;
  }

  /** A file's content, to be used before the next is asked for. */
  private encoded(site: SiteFile): Uint8Array {
    const { content } = site;
    if (typeof content !== 'string' || content.length > USUAL_SIZE) return bytesOf(site);
    const { read, written } = this.encoder.encodeInto(content, this.space);
    return read === content.length ? this.space.subarray(0, written) : bytesOf(site);
  }

  private makeFolder(folder: string): void {
    if (this.made.has(folder)) return;
    mkdirSync(this.placeOf(folder), { recursive: true });
    this.made.add(folder);
  }

  private placeOf(path: string): string {
    return `${this.folder}/${path}`;
  }
}

/** A file's content as it is written. */
export function bytesOf({ content }: SiteFile): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}
