import { join } from 'node:path';
import { inContext } from '../../test/support/browser.js';
import { importIntoMoodle } from '../../test/support/moodle-import.js';
import { callsIn, platformWith } from '../../test/support/platform.js';
import { launch, leave, openAll, pagesIn, rejectedCalls, valuesOf } from '../../test/support/scorm-visit.js';
import { exported } from './command.js';
import type { Findings } from './findings.js';
import { needBrowser } from './not-there.js';
import { APPLICATION, FOLDER, fileOf } from './places.js';

/** A SCORM package, gone through from its first page to its last, and a competency framework for Moodle. */
export async function learningPlatforms(findings: Findings): Promise<void> {
  await findings.look('SCORM package', 'scorm-again in Chromium', () => {
    exported('scorm');
    return scormVisit(join(FOLDER, `scorm/${APPLICATION}.zip`));
  });
  await findings.look('CSV for Moodle', 'csv-parse, by Moodle’s rules', () => {
    exported('moodle');
    const { name, competencies } = importIntoMoodle(String(fileOf(`moodle/destination-map.${APPLICATION}.csv`)));
    return `“${name}” with ${competencies.length} competencies`;
  });
}

async function scormVisit(zip: string): Promise<string> {
  await needBrowser();
  const platform = await platformWith(zip);
  try {
    return await inContext({}, async (context) => {
      const page = await context.newPage();
      const player = await launch(page, platform);
      const total = await pagesIn(player);
      await openAll(player, 1);
      await leave(page, platform);
      const calls = await callsIn(page);
      const status = valuesOf(calls, 'cmi.core.lesson_status').at(-1);
      const [rejected, ...others] = rejectedCalls(calls);
      if (rejected) throw new Error(`${others.length + 1} calls rejected, the first ${rejected.name}(${rejected.parameters.join(', ')})`);
      if (status !== 'completed') throw new Error(`${status} after ${total} pages`);
      return `${status} after ${total} pages; rejected calls: 0 of ${calls.length}`;
    });
  } finally {
    await platform.close();
  }
}
