import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkbench } from '../host/with-workbench.js';
import { eventually } from '../suite/support/eventually.js';

describe('the commands', () => {
  const workbench = withWorkbench('commands');
  const input = () => workbench().page.locator('.quick-input-widget input[type=text]');
  const answer = (text: string) => workbench().page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const read = (path: string) => readFileSync(join(workbench().folder, path), 'utf8');

  // Commands are in the palette once the extension is known to the window.
  before(() => workbench().page.locator('.statusbar-item', { hasText: 'of 17 criteria' }).waitFor());

  /** Runs a command that asks something. */
  async function asking(command: string): Promise<void> {
    const { page } = workbench();
    await workbench().press('F1', input());
    await input().fill(`>${command}`);
    await answer(command).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: command }).waitFor();
  }

  /** Answers a question for a text, once it is asked. */
  async function write(text: string, placeholder: string): Promise<void> {
    const { page } = workbench();
    await page.locator(`.quick-input-widget input[placeholder*="${placeholder}"]`).waitFor();
    await input().fill(text);
    await page.keyboard.press('Enter');
  }

  it('cite a point of a source at the cursor', async () => {
    const { page } = workbench();
    await workbench().open('learning-design.md');
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+End');
    await asking('Insert Citation');
    await workbench().shot('which-source');
    await answer('cprl-rasso').click();
    await answer('Point 0.1').click();
    await page.locator('.view-line', { hasText: 'point 0.1]' }).waitFor();
    await page.keyboard.press('Control+s');
    await eventually(() => assert.match(read('guidance/rasso/learning-design.md'), /\[@cprl-rasso, point 0\.1\]$/));
  });

  it('mark a document as reviewed today, where it is seen', async () => {
    const { page } = workbench();
    await workbench().command('Mark as Reviewed Today');
    await page.locator('.view-line', { hasText: 'last_reviewed_on' }).waitFor();
    await page.keyboard.press('Control+s');
    await eventually(() => assert.match(read('guidance/rasso/learning-design.md'), /^last_reviewed_on: \d{4}-\d\d-\d\d$/m));
  });

  it('report the coverage as a page', async () => {
    await asking('Coverage Report');
    await answer('RASSO').click();
    await workbench().webview().locator('h2', { hasText: 'Destination Map' }).first().waitFor();
    await workbench().shot('coverage');
  });

  it('export the site', async () => {
    const { page, folder } = workbench();
    await asking('Export Site');
    await answer('RASSO').click();
    await page.locator('.quick-input-title', { hasText: 'A Folder for the Site' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => assert.ok(existsSync(join(folder, 'site/index.html'))));
  });

  it('start an application, with a way back', async () => {
    const { page } = workbench();
    await asking('New Application');
    await answer('RASSO').click();
    await page.locator('.quick-input-widget input[placeholder*="Domestic abuse"]').waitFor();
    await page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await answer('RASSO').click();
    await workbench().shot('title');
    await write('Tree care', 'Domestic abuse');
    await page.locator('.tab.active', { hasText: 'index.md' }).waitFor();
    await eventually(() => assert.match(read('guidance/tree-care/index.md'), /^application: tree-care$/m));
    assert.ok(existsSync(join(workbench().folder, 'guidance/tree-care/feedback-culture.md')));
  });

  it('say why an application cannot be started', async () => {
    await asking('New Application');
    await answer('RASSO').click();
    await write('Tree care', 'Domestic abuse');
    await workbench().command('Notifications: Show Notifications');
    await workbench().rows('.notifications-center', 'There is an application “tree-care” already').first().waitFor();
    await workbench().shot('refused');
  });
});
