import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkbench } from '../host/with-workbench.js';
import { eventually } from '../suite/support/eventually.js';

describe('the first minute with a folder of guidance', () => {
  const workbench = withWorkbench('first-minute');
  const squiggles = '.monaco-editor .squiggly-error';

  it('shows findings in an opened document', async () => {
    const { page } = workbench();
    await workbench().open('broken.md');
    await page.locator(squiggles).first().waitFor();
    await workbench().shot('findings');
  });

  it('lists the findings of all documents among the problems', async () => {
    await workbench().command('Problems: Focus on Problems View');
    await workbench().rows('.markers-panel', 'There is no file at “gone.md”').first().waitFor();
    await workbench().rows('.markers-panel', 'This document has no front matter').first().waitFor();
    await workbench().shot('problems');
  });

  it('mends a finding with a quick fix, and saves what was mended', async () => {
    const { page, folder } = workbench();
    await workbench().rows('.markers-panel', 'found “drafft”').first().dblclick();
    await page.locator('.monaco-editor.focused').first().waitFor();
    // Only until the menu is open: pressed once more, the key takes what is chosen there.
    await workbench().press('Control+.', page.locator('.action-widget'));
    await page.locator('.action-widget .monaco-list-row.focused', { hasText: '“draft”' }).waitFor();
    await workbench().shot('quick-fix');
    await page.keyboard.press('Enter');
    await workbench().rows('.markers-panel', 'found “drafft”').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    await eventually(() => assert.match(readFileSync(join(folder, 'small/pages/broken.md'), 'utf8'), /^status: draft$/m));
  });

  it('shows the views', async () => {
    await workbench().openViews('Destination Map');
    await workbench().rows('.sidebar').first().waitFor();
    await workbench().shot('views');
  });
});
