import { spawnSync } from 'node:child_process';
import { pdfFacts } from '../../test/support/pdf-facts.js';
import { exported } from './command.js';
import type { Findings } from './findings.js';
import { NotThere, needBrowser } from './not-there.js';
import { APPLICATION, FOLDER, fileOf } from './places.js';

const FILE = `pdf/${APPLICATION}.pdf`;

/** The guidance as a PDF, which Chromium prints. */
export async function paper(findings: Findings): Promise<void> {
  await findings.look('PDF', 'pdf-lib', async () => {
    await needBrowser();
    exported('pdf');
    const { pages, title, lacks } = await pdfFacts(fileOf(FILE));
    if (lacks.length > 0) throw new Error(`it lacks ${lacks.join(', ')}`);
    return `“${title}”, ${pages} pages, with structure and outline`;
  });
  await findings.look('PDF', 'pdfinfo', async () => {
    await needBrowser();
    const { stdout, stderr, error, status } = spawnSync('pdfinfo', [FILE], { cwd: FOLDER, encoding: 'utf8' });
    if (error) throw new NotThere('pdfinfo', 'poppler-utils');
    if (status !== 0) throw new Error(stderr.trim());
    const value = (field: string) => new RegExp(`^${field}: +(.*)$`, 'm').exec(stdout)?.[1] ?? 'not said';
    if (value('Tagged') !== 'yes') throw new Error(`tagged: ${value('Tagged')}`);
    return `tagged: ${value('Tagged')}, pages: ${value('Pages')}, PDF ${value('PDF version')}`;
  });
}
