import { mkdirSync, writeFileSync } from 'node:fs';
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

  /** @throws an error where the path leaves the site, or where another file has taken it */
  write({ path, content }: SiteFile): void {
    assertSitePath(path);
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.made.add(parent);
    }
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    try {
      // Never over another file: two of a site's files with one path would lose one of them in silence.
      writeFileSync(file, bytes, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Error(`Two files of the site would be “${path}”, or differ from it only in letter case.`);
    }
    this.files++;
    this.bytes += bytes.length;
  }
}
