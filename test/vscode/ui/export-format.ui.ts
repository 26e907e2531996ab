import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkbench } from '../host/with-workbench.js';
import { eventually } from '../suite/support/eventually.js';

describe('exporting for other programs', () => {
  const workbench = withWorkbench('export-format');
  const input = () => workbench().page.locator('.quick-input-widget input[type=text]');
  const answer = (text: string) => workbench().page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

  before(() => workbench().page.locator('.statusbar-item', { hasText: 'of 17 criteria' }).waitFor());

  /** Exports a root in a format, into the folder that is proposed. */
  async function exporting(root: string, format: string): Promise<void> {
    const { page } = workbench();
    await workbench().press('F1', input());
    await input().fill('>Export for Other Programs');
    await answer('Export for Other Programs').waitFor();
    await page.keyboard.press('Enter');
    await answer(root).click();
    await answer('SCORM 1.2').waitFor();
    await workbench().shot('formats');
    await answer(format).click();
    await page.locator('.quick-input-title', { hasText: 'A Folder for the Export' }).waitFor();
    // The dialog has its place to write to only after a moment.
    await eventually(async () => assert.match(await input().inputValue(), /\/guidance-[a-z]+$/));
    await eventually(async () => {
      await page.keyboard.press('Enter');
      await input().waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  it('writes the folder, and offers to show it', async () => {
    const { page, folder } = workbench();
    const out = join(folder, 'guidance-csv');
    await exporting('RASSO', 'Coverage as CSV');
    await eventually(() => assert.ok(existsSync(out)));
    await workbench().command('Notifications: Show Notifications');
    const told = workbench().rows('.notifications-center', 'Exported').first();
    await told.waitFor();
    await workbench().shot('exported');
    const [first = ''] = readdirSync(out).filter((name) => name.endsWith('.csv'));
    assert.match(readFileSync(join(out, first), 'utf8'), /rasso/);
    await told.locator('.monaco-button', { hasText: 'Show Folder' }).click();
    await page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'guidance-csv' }).waitFor();
  });

  it('stops for errors, and goes on in spite of them where that is wanted', async () => {
    const { folder } = workbench();
    await exporting('small', 'CASE 1.1');
    await workbench().command('Notifications: Show Notifications');
    const told = workbench().rows('.notifications-center', 'Nothing has been exported').first();
    await told.waitFor();
    await workbench().shot('stopped');
    await told.locator('.monaco-button', { hasText: 'Show Problems' }).waitFor();
    await told.locator('.monaco-button', { hasText: 'Export All the Same' }).click();
    await eventually(() => assert.ok(existsSync(join(folder, 'guidance-case'))));
  });
});
