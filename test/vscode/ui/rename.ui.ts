import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkbench } from '../host/with-workbench.js';

describe('a heading that has to stay', () => {
  const workbench = withWorkbench('rename');

  it('is not renamed, by the editor’s own Markdown neither, and the reason is told', async () => {
    const { page, folder } = workbench();
    const file = join(folder, 'guidance/rasso/feedback-culture.md');
    const before = readFileSync(file, 'utf8');
    await workbench().open('feedback-culture.md');
    await page.locator('.statusbar-item', { hasText: 'of 17 criteria' }).waitFor();
    await page.locator('.monaco-editor .view-line').first().click();
    // The section that every document of this type has.
    const line = before.split('\n').indexOf('## Why it matters') + 1;
    assert.ok(line > 0);
    const input = page.locator('.quick-input-widget input[type=text]');
    await workbench().press('Control+g', input);
    await input.fill(`:${line}:6`);
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '## Why it matters' }).waitFor();
    await workbench().press('F2', page.locator('.rename-box input'));
    await page.locator('.rename-box input').fill('Something else');
    await page.keyboard.press('Enter');
    await workbench().command('Notifications: Show Notifications');
    await workbench().rows('.notifications-center', 'have a section of this name').first().waitFor();
    await page.locator('.view-line', { hasText: '## Why it matters' }).waitFor();
    await workbench().shot('refused');
  });
});
