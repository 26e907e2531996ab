import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The only thing asked of axe besides its defaults: not to describe what it found nothing wrong with. */
const OPTIONS: RunOptions = { resultTypes: ['violations'] };

/** What axe's default rules find on a page as it is shown now, a line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated rather than inserted: the page's own policy forbids inserted scripts, and is left in force.
  await page.evaluate(`if (!window.axe) { ${AXE} }`);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(OPTIONS)})`);
  return results.violations.map(
    ({ id, help, nodes }) => `${id} (${help}), ${nodes.length} times: ${nodes.slice(0, SHOWN).map(described).join('; ')}`,
  );
}

/** How many elements are named of those that break one rule on one page. */
const SHOWN = 3;

function described({ target, html, failureSummary }: AxeResults['violations'][number]['nodes'][number]): string {
  const reason = failureSummary?.split('\n')[1]?.trim();
  return `${target.join(' ')} ${html.slice(0, 120)}${reason ? ` – ${reason}` : ''}`;
}
