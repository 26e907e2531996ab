import { canOpenTexts } from '../../test/support/libre-office.js';
import { findBrowser } from '../tasks/ensure-browser.mjs';

/** A program that this machine has not: what it would have said is left out, and nothing has failed. */
export class NotThere extends Error {
  /** @param packages its packages in Debian */
  constructor(program: string, packages: string) {
    super(`not there: ${program}, on Debian apt-get install ${packages}`);
  }
}

let libreOffice: boolean | undefined;

/** @throws NotThere where there is no LibreOffice that opens texts */
export function needLibreOffice(): void {
  libreOffice ??= canOpenTexts();
  if (!libreOffice) throw new NotThere('LibreOffice', 'libreoffice-writer');
}

/** @throws NotThere where there is no browser */
export async function needBrowser(): Promise<void> {
  if (!(await findBrowser())) throw new NotThere('Chromium', 'chromium');
}
