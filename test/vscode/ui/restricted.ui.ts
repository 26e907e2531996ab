import { withWorkbench } from '../host/with-workbench.js';

describe('in a folder that is not trusted', () => {
  const workbench = withWorkbench('restricted', { asksForTrust: true });

  it('guidance is checked all the same', async () => {
    const { page } = workbench();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench().open('broken.md');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await workbench().shot('findings');
  });

  it('no command is offered that runs something', async () => {
    const { page } = workbench();
    const input = page.locator('.quick-input-widget input[type=text]');
    const row = (text: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await workbench().press('F1', input);
    await input.fill('>Destination Map:');
    await row('New Application').waitFor();
    await workbench().shot('commands');
    for (const absent of ['Export Site', 'Preview Site']) await row(absent).waitFor({ state: 'detached' });
  });
});
