import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byLibreOffice, pagesWithWords } from '../../test/support/libre-office.js';
import { pdfFacts } from '../../test/support/pdf-facts.js';
import { dmap, exported } from './command.js';
import type { Findings } from './findings.js';
import { needLibreOffice } from './not-there.js';
import { APPLICATION, FOLDER, fileOf, GUIDANCE } from './places.js';

const COPIES = [
  { what: 'Word copy, in full', path: `docx/${APPLICATION}.docx` },
  { what: 'Word copy, as a table', path: `docx/${APPLICATION}-table.docx` },
];
const SAVED = 'docx-by-libre-office.docx';

/** Both copies for consultation: opened by LibreOffice, and read back, which must not change a word. */
export async function thereAndBack(findings: Findings): Promise<void> {
  await findings.look('Word copies', 'dmap export', () => /\d+ files/.exec(exported('docx'))?.[0] ?? '');
  for (const { what, path } of COPIES) {
    await findings.look(what, 'LibreOffice', () => pagesOf(path));
    await findings.look(`${what}, read back`, 'dmap import --update', () => readBack(path));
  }
  await findings.look('Word copy, saved by LibreOffice', 'dmap import --update', () => {
    needLibreOffice();
    const saved = byLibreOffice('copy.docx', fileOf(`docx/${APPLICATION}.docx`), 'docx');
    if (!saved) throw new Error('it could not be saved');
    writeFileSync(join(FOLDER, SAVED), saved);
    return readBack(SAVED);
  });
}

async function pagesOf(path: string): Promise<string> {
  needLibreOffice();
  const pdf = byLibreOffice('copy.docx', fileOf(path), 'pdf');
  if (!pdf) throw new Error('it could not be opened');
  const { pages } = await pdfFacts(pdf);
  if (pagesWithWords(pdf) === 0) throw new Error(`${pages} pages without a word`);
  return `opened and printed: ${pages} pages`;
}

function readBack(path: string): string {
  const said = dmap(['import', path, GUIDANCE, '--application', APPLICATION, '--update']);
  const [nothing] = /Nothing to write/.exec(said) ?? [];
  if (!nothing) throw new Error('there was something to write');
  return nothing;
}
