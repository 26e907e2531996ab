import { join } from 'node:path';
import { accessibilityProblems } from '../../test/support/accessibility.js';
import { inContext } from '../../test/support/browser.js';
import { serve } from '../../test/support/serve.js';
import { exported } from './command.js';
import type { Findings } from './findings.js';
import { needBrowser } from './not-there.js';
import { FOLDER } from './places.js';

/** The guidance as a site, whose home page is looked at. */
export async function site(findings: Findings): Promise<void> {
  await findings.look('the site', 'dmap export', () => /\d+ pages/.exec(exported('site'))?.[0] ?? '');
  await findings.look('the site’s home page', 'axe in Chromium', async () => {
    await needBrowser();
    const server = await serve(join(FOLDER, 'site'));
    try {
      return await inContext({}, async (context) => {
        const page = await context.newPage();
        await page.goto(`${server.address}index.html`);
        const problems = await accessibilityProblems(page);
        if (problems.length > 0) throw new Error(problems.join('; '));
        return `“${await page.title()}”: no violation of its rules`;
      });
    } finally {
      await server.close();
    }
  });
}
