/**
 * Finds LibreOffice for the tests that read documents as it saves them, and installs its word processor where there is none.
 * Plain JavaScript: `npm test` runs it as a program, and the tests ask it which program it found.
 */
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWithApt } from './apt-get.mjs';

const NAMES = ['soffice', 'libreoffice'];
const PLACES = {
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['C:\\Program Files\\LibreOffice\\program\\soffice.com'],
};

/**
 * The program of LibreOffice, looked for in DMAP_SOFFICE, in PATH and in the usual places of the platform.
 * @returns {string | undefined}
 */
export function findLibreOffice() {
  const told = process.env.DMAP_SOFFICE;
  if (told) return existsSync(told) ? told : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...(PLACES[process.platform] ?? [])];
  return candidates.find((program) => existsSync(program) && hasWriter(program));
}

/** LibreOffice can be there without its word processor, which nothing could be converted without. */
function hasWriter(program) {
  if (process.platform !== 'linux') return true;
  return existsSync(join(realpathSync(program), '..', 'libswlo.so'));
}

/** Nothing fails without it: the tests that need it say that they are skipped, and why. */
function main() {
  if (findLibreOffice() || process.env.DMAP_SOFFICE) return;
  installWithApt('LibreOffice Writer', ['libreoffice-writer']);
  if (!findLibreOffice())
    console.log(
      'No LibreOffice could be found or installed: the tests of documents that it saves are skipped. (On Debian or Ubuntu: sudo apt-get install libreoffice-writer)',
    );
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
