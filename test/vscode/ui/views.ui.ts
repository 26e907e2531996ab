import { withWorkbench } from '../host/with-workbench.js';

describe('the views', () => {
  const workbench = withWorkbench('views');
  const pane = (name: string) =>
    workbench().page.locator('.sidebar .pane', { has: workbench().page.locator(`.pane-header[aria-label*="${name}"]`) });
  const row = (text: string) => workbench().rows('.sidebar', text).first();

  it('list the criteria of an application, and open the guidance on one', async () => {
    const { page } = workbench();
    await workbench().openViews('Destination Map');
    await row('12: Feedback culture').click();
    await page.locator('.tab.active', { hasText: 'feedback-culture.md' }).waitFor();
    await workbench().shot('criteria');
  });

  it('list core domains with the attributes and criteria that serve them', async () => {
    await pane('Domains').locator('.pane-header').click();
    await row('Publics').waitFor();
    await workbench().shot('domains');
  });

  it('list documents by their reviews', async () => {
    await row('No review recorded yet').waitFor();
  });

  it('list sources with the documents that cite them', async () => {
    await pane('Evidence').locator('.pane-header').click();
    await row('cited in').waitFor();
    await workbench().shot('evidence');
  });

  it('show findings beside the criterion that they are in', async () => {
    const { page } = workbench();
    await workbench().open('feedback-culture.md');
    await page.locator('.monaco-editor .view-line', { hasText: 'status' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.type('ed');
    await row('1 error').waitFor();
    await workbench().shot('error');
    await page.keyboard.press('Control+z');
    await workbench().rows('.sidebar', '1 error').first().waitFor({ state: 'detached' });
  });

  it('say in the status bar what is found and covered', async () => {
    await workbench().page.locator('.statusbar-item', { hasText: 'of 17 criteria' }).waitFor();
  });
});

describe('the Markdown preview', () => {
  const workbench = withWorkbench('preview');

  it('shows details, citations and terms as readers see them', async () => {
    await workbench().open('feedback-culture.md');
    await workbench().command('Markdown: Open Preview to the Side');
    const preview = workbench().webview();
    await preview.locator('.dm-details th', { hasText: 'Criterion' }).waitFor();
    await preview.locator('a.dm-reference').first().waitFor();
    await preview.locator('abbr.dm-term').first().waitFor();
    await workbench().shot('preview');
  });
});
