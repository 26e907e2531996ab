import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFile } from '../../../site/types.js';
import { assertSitePath } from './site-path.js';

/** Writes the files of a site into a folder that nobody else knows; each folder on the way is made once. */
export class FileWriter {
  private readonly made = new Set<string>();
  /** How many files have been written, and their size. */
  files = 0;
  bytes = 0;

  constructor(private readonly folder: string) {}

  /** @throws an error where the path leaves the site, or where another file, with another content, has taken it */
  write(file: SiteFile): void {
    if (this.create(file) || readFileSync(join(this.folder, file.path)).equals(bytesOf(file))) return;
    throw new Error(`Two files of the site would be “${file.path}”, or differ from it only in letter case.`);
  }

  /** Writes a file that is named by its content: where it is there already, it is the same. */
  writeOnce(file: SiteFile): void {
    this.create(file);
  }

  /** @returns whether the file is new */
  private create(site: SiteFile): boolean {
    const { path } = site;
    assertSitePath(path);
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.made.add(parent);
    }
    const bytes = bytesOf(site);
    try {
      // Never over another file: two of a site's files with one path would lose one of them in silence.
      writeFileSync(file, bytes, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    this.files++;
    this.bytes += bytes.length;
    return true;
  }
}

/** A file's content as it is written. */
export function bytesOf({ content }: SiteFile): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}
