/**
 * `npm run tour`: the whole way in one go. A Word file becomes guidance, the guidance becomes everything that it can be exported
 * as, and each of these is opened with a program that nobody here wrote. What those said is printed, and a table of it at the end.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { closeBrowser } from '../test/support/browser.js';
import { dataFiles } from './tour/data-files.js';
import { Findings } from './tour/findings.js';
import { guidanceFromWord } from './tour/guidance-from-word.js';
import { learningPlatforms } from './tour/learning-platforms.js';
import { paper } from './tour/paper.js';
import { FOLDER } from './tour/places.js';
import { site } from './tour/site.js';
import { spreadsheets } from './tour/spreadsheets.js';
import { thereAndBack } from './tour/there-and-back.js';
import { wordFile } from './tour/word-file.js';

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const CHAPTERS: readonly (readonly [title: string, tell: (findings: Findings) => Promise<void>])[] = [
  ['A Word file with the criteria, as another program writes it', wordFile],
  ['Guidance, made from the Word file', guidanceFromWord],
  ['A site', site],
  ['For learning platforms', learningPlatforms],
  ['For programs that exchange data', dataFiles],
  ['For spreadsheets', spreadsheets],
  ['For paper', paper],
  ['For Word, and back', thereAndBack],
];

const findings = new Findings();
for (const [title, tell] of CHAPTERS) {
  console.log(`\n▸ ${title}`);
  await tell(findings);
}
await closeBrowser();
console.log(`\n${findings.table()}\nAll of it is in .cache/tour.`);
process.exitCode = findings.fine ? 0 : 1;
