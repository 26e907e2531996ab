import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byLibreOffice } from '../../test/support/libre-office.js';
import { openWord } from '../../test/support/word-copies.js';
import { dmap } from './command.js';
import type { Findings } from './findings.js';
import { needLibreOffice } from './not-there.js';
import { APPLICATION, FOLDER, fileOf, WORD_FILE } from './places.js';

const COPY = `copies/${APPLICATION}-table.docx`;

/**
 * Makes the Word file that is imported, from the project's own guidance. Where LibreOffice is there, it reads and writes it twice,
 * by way of a format of its own: what is left is what another program makes of such a table.
 */
export async function wordFile(findings: Findings): Promise<void> {
  await findings.look('a table of the criteria', 'dmap export', () => {
    dmap(['export', 'copies', '../../guidance', '--format', 'docx', '--application', APPLICATION]);
    copyFileSync(join(FOLDER, COPY), join(FOLDER, WORD_FILE));
    return `${rowsOf(fileOf(WORD_FILE))} rows with their heading`;
  });
  await findings.look('the same, as ODT and as .docx again', 'LibreOffice', () => {
    needLibreOffice();
    const text = byLibreOffice('criteria.docx', fileOf(COPY), 'odt');
    const again = text && byLibreOffice('criteria.odt', text, 'docx');
    if (!again) throw new Error('it could not be opened');
    writeFileSync(join(FOLDER, WORD_FILE), again);
    const producer = /<Application>([^<]*)/.exec(openWord(again).parts.get('docProps/app.xml') ?? '')?.[1] ?? 'nobody';
    return `${rowsOf(again)} rows, written by ${producer.replace(/\$.*/, '')}`;
  });
}

function rowsOf(file: Uint8Array): number {
  return openWord(file).main.split(/<w:tr[ >]/).length - 1;
}
