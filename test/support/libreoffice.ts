import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLibreOffice } from '../../scripts/tasks/ensure-libreoffice.mjs';

/** Why nothing can be converted here; undefined where it can. `npm test` installs LibreOffice where it can. */
export function whyNoLibreOffice(): string | undefined {
  return findLibreOffice()
    ? undefined
    : 'LibreOffice is not here, and could not be installed: run “node scripts/tasks/ensure-libreoffice.mjs”.';
}

/** A `.docx` as LibreOffice saves it: from HTML by way of its own format, as somebody would who writes with it. */
export function savedByLibreOffice(html: string): Buffer {
  const program = findLibreOffice();
  if (program === undefined) throw new Error(whyNoLibreOffice());
  const folder = mkdtempSync(join(tmpdir(), 'dmap-office-'));
  try {
    const [source, odt, docx] = ['text.html', 'text.odt', 'text.docx'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(source, `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`);
    // A profile of its own: LibreOffice runs once per profile, and knows nothing of the one who runs the tests.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = (...args: string[]) =>
      execFileSync(program, [profile, '--headless', ...args, '--outdir', folder], { stdio: 'pipe', timeout: 120_000 });
    convert('--convert-to', 'odt', '--writer', source);
    convert('--convert-to', 'docx:Office Open XML Text', odt);
    return readFileSync(docx);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
