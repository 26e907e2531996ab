import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DocumentPage, SiteShared } from '../../../../src/site/types.js';

const made: string[] = [];

/** A temporary folder with the files given. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-site-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Takes away what tests made. */
export function cleanUp(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What all pages share, as far as the stub of a page reads it. */
export const SHARED = { title: 'Guidance', lang: 'en' } as SiteShared;

/** A page of a document, as far as the stub reads it. */
export function documentPage(source: string): DocumentPage {
  return { source, page: source.replace(/\.md$/, '.html'), title: source } as DocumentPage;
}
