import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';

/** Has LibreOffice open a file and write it in another format; undefined where it cannot open it. It gets a profile of its own. */
export function byLibreOffice(name: string, content: Uint8Array | string, ending: 'pdf' | 'docx' | 'odt'): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-soffice-'));
  try {
    writeFileSync(join(folder, name), content);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', ending, '--outdir', join(folder, 'out'), join(folder, name)];
    const { error } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 });
    return error ? undefined : readFileSync(join(folder, 'out', name.replace(/[^.]*$/, ending)));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Whether LibreOffice is there, with the part that opens texts: some machines have only that for spreadsheets. */
export function canOpenTexts(): boolean {
  return byLibreOffice('probe.txt', 'A line.\n', 'pdf') !== undefined;
}

/** How many pages of a PDF show words. */
export function pagesWithWords(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  let pages = 0;
  for (const { 0: start, index } of text.matchAll(/stream\r?\n/g)) {
    const from = index + start.length;
    try {
      if (/\bT[jJ]\b/.test(inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1'))) pages++;
    } catch {
      // No stream that is packed so.
    }
  }
  return pages;
}
