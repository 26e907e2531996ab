import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { findLibreOffice } from '../../scripts/tasks/ensure-libreoffice.mjs';

/** Why nothing can be converted here; undefined where it can. `npm test` installs LibreOffice where it can. */
export function whyNoLibreOffice(): string | undefined {
  return findLibreOffice()
    ? undefined
    : 'LibreOffice is not here, and could not be installed: run “node scripts/tasks/ensure-libreoffice.mjs”.';
}

/** Whether LibreOffice is there, with the part that opens texts: some machines have only that for spreadsheets. */
export function canOpenTexts(): boolean {
  return findLibreOffice() !== undefined;
}

/** Has LibreOffice open a file and write it in another format; undefined where it cannot open it. It gets a profile of its own. */
export function byLibreOffice(name: string, content: Uint8Array | string, ending: 'pdf' | 'docx' | 'odt'): Buffer | undefined {
  const program = findLibreOffice();
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'dmap-soffice-'));
  try {
    writeFileSync(join(folder, name), content);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    // A page of the web is opened as a text, and not as one for the web.
    const asText = name.endsWith('.html') ? ['--writer'] : [];
    const args = [profile, '--headless', ...asText, '--convert-to', ending, '--outdir', join(folder, 'out'), join(folder, name)];
    const { error } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 });
    return error ? undefined : readFileSync(join(folder, 'out', name.replace(/[^.]*$/, ending)));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * A `.docx` as LibreOffice saves it: from HTML by way of its own format, as somebody would who writes with it.
 * @throws Error where it cannot
 */
export function savedByLibreOffice(html: string): Buffer {
  const page = `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  const odt = byLibreOffice('text.html', page, 'odt');
  const docx = odt && byLibreOffice('text.odt', odt, 'docx');
  if (!docx) throw new Error(whyNoLibreOffice() ?? 'LibreOffice could not convert the text.');
  return docx;
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
