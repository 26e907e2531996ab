import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { withWorkbench } from '../host/with-workbench.js';
import { eventually } from '../suite/support/eventually.js';

/** The project's own guidance with a second application beside it, of which much is still missing. */
function fill(folder: string): void {
  const files = Object.entries(withSecondApplication()).filter(([path]) => !path.startsWith('rasso/') || path === 'rasso/index.md');
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('the panel with the map', () => {
  const workbench = withWorkbench('map-panel', { fill });
  const panel = () => workbench().webview();
  /** A criterion on the drawing that is shown. */
  const shape = (key: string) => panel().locator(`svg a[data-criterion="${key}"]:visible`);
  const theme = async (name: string, body: string) => {
    writeFileSync(join(workbench().folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': name }));
    await panel().locator(`body${body}[data-vscode-theme-id]`).waitFor();
  };
  const top = () =>
    panel()
      .locator('body')
      .evaluate(() => window.scrollTo(0, 0));

  it('opens beside a document, on the map that the document belongs to', async () => {
    await workbench().open('feedback-culture.md');
    await workbench().command('Open Destination Map');
    await panel().locator('h1', { hasText: /tree/i }).waitFor({ state: 'attached' });
    await shape('feedback-culture').waitFor();
    assert.equal(await shape('feedback-culture').getAttribute('data-state'), 'covered');
    await workbench().shot('opened');
  });

  it('follows what is typed', async () => {
    const { page } = workbench();
    await page.locator('.view-line', { hasText: 'status: published' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Backspace');
    await page.keyboard.type('draft');
    await panel().locator('svg a[data-criterion="feedback-culture"][data-state="partial"]:visible').waitFor();
    await workbench().shot('typed');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
  });

  it('sets off what the cursor is at', async () => {
    const { page } = workbench();
    await page.locator('.view-line', { hasText: 'domain: individuals' }).click();
    await page.keyboard.press('End');
    await panel().locator('svg a.dm-domain[aria-current]:visible', { hasText: 'Individuals' }).waitFor();
    await panel().locator('.pn-cursor', { hasText: 'Individuals' }).waitFor();
    await workbench().shot('cursor');
    await page.locator('.view-line', { hasText: 'summary:' }).click();
    await panel().locator('svg a[data-criterion="feedback-culture"][aria-current]:visible').waitFor();
  });

  it('opens what is chosen, and offers to write what is not there', async () => {
    const { page } = workbench();
    await shape('reflective-practice').click();
    await page.locator('.tab.active', { hasText: 'reflective-practice.md' }).waitFor();
    assert.equal(await page.locator('.tab', { hasText: 'Destination Map' }).count(), 1);
  });

  it('shows what is missing, and begins it', async () => {
    const { page, folder } = workbench();
    await panel().locator('button[data-pn="missing"]').click();
    await panel().locator('#pn-missing').waitFor();
    await workbench().shot('missing');
    const write = panel().locator('button[data-pn="write"]:not([data-section])').first();
    const key = await write.getAttribute('data-key');
    await write.click();
    await page.locator('.tab.active', { hasText: `${key}.md` }).waitFor();
    await eventually(() => assert.ok(existsSync(join(folder, `tree-care/${key}.md`))));
    assert.match(readFileSync(join(folder, `tree-care/${key}.md`), 'utf8'), new RegExp(`criterion: ${key}`));
    await panel().locator(`svg a[data-criterion="${key}"][data-state="partial"]:visible`).waitFor();
    await workbench().shot('written');
  });

  it('adds a section that is missing where it belongs', async () => {
    const { page } = workbench();
    const key = await panel().locator('button[data-section]').first().getAttribute('data-key');
    await panel().locator(`button[data-key="${key}"][data-section]`).first().click();
    await page.locator('.tab.active', { hasText: `${key}.md` }).waitFor();
    // What is to be written is selected, so that whoever types replaces it.
    await page.locator('.monaco-editor .selected-text').first().waitFor();
    await page.keyboard.type('It means that somebody counts the trees.');
    await page.locator('.view-line', { hasText: 'counts the trees' }).waitFor();
    await workbench().shot('section');
  });

  it('is used by keyboard', async () => {
    await top();
    await shape('reflective-practice').focus();
    await workbench().page.keyboard.press('ArrowRight');
    await panel().locator('svg a[data-criterion="value-creation"]:focus').waitFor();
    await workbench().page.keyboard.press('Escape');
    await panel().locator('svg a.dm-hub:focus').waitFor();
    await workbench().page.keyboard.press('Escape');
    await panel().locator('button[data-pn="missing"]:focus').waitFor();
  });

  for (const [format, begins] of [
    ['png', '\u0089PNG'],
    ['svg', '<svg'],
  ] as const) {
    it(`is written as a picture: ${format}`, async () => {
      const { page, folder } = workbench();
      const file = join(folder, `map.${format}`);
      if (format === 'png') {
        // Another document covers the panel, which draws all the same.
        await panel().locator('.pn-summary').click();
        await workbench().open('glossary.yml');
      }
      const input = page.locator('.quick-input-widget input[type=text]');
      await workbench().press('F1', input);
      await input.fill('>Export the Map as a Picture');
      await workbench().rows('.quick-input-list', 'Export the Map as a Picture').first().waitFor();
      await page.keyboard.press('Enter');
      // On a machine elsewhere, files are chosen in the same box.
      const path = page.locator('.quick-input-widget input[aria-label^="Folder path"]');
      // It is filled in a moment after it has come, which would undo what was written before.
      await eventually(async () => assert.match(await path.inputValue(), /tree-care-map\.svg$/));
      await path.fill(file);
      await page.keyboard.press('Enter');
      await eventually(() => assert.ok(readFileSync(file, 'latin1').startsWith(begins)));
    });
  }

  it('takes the colours of every kind of theme', async () => {
    const themes = {
      'Default Dark Modern': '.vscode-dark',
      'Default High Contrast': '.vscode-high-contrast:not(.vscode-high-contrast-light)',
      'Default High Contrast Light': '.vscode-high-contrast-light',
      'Solarized Light': '.vscode-light',
    };
    for (const [name, body] of Object.entries(themes)) {
      await theme(name, body);
      const colours = await panel()
        .locator('body')
        .evaluate((element) => {
          const styles = getComputedStyle(element);
          return { own: styles.backgroundColor, editor: styles.getPropertyValue('--vscode-editor-background') };
        });
      assert.equal(colours.own, rgb(colours.editor));
      await workbench().shot(`theme-${name}`);
    }
  });

  it('is there again, as it was, when the window is opened again', async () => {
    const { page } = workbench();
    await page.reload();
    await page.locator('.monaco-workbench').waitFor();
    // The window may come back with another tab of the group in front, as it was a moment before.
    await page.locator('.tab', { hasText: 'Destination Map' }).click();
    await panel().locator('#pn-missing').waitFor();
    assert.equal(await panel().locator('button[data-pn="missing"]').getAttribute('aria-pressed'), 'true');
    await workbench().shot('reloaded');
  });
});

/** A colour `#rrggbb` as a browser gives it. */
function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
