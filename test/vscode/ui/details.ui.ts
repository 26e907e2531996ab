import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { withWorkbench } from '../host/with-workbench.js';
import { eventually } from '../suite/support/eventually.js';

/** The widths that the form is looked at in, in CSS pixels. */
const WIDTHS = [320, 500];
const THEMES = [
  ['Default Light Modern', 'vscode-light'],
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
] as const;
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('the form of a document’s details', () => {
  const workbench = withWorkbench('details');
  const form = () => workbench().webview();
  /** The control of a field. */
  const control = (path: string): Locator => form().locator(`[id="f/${path}"]`);
  const cell = (): Locator => form().getByRole('checkbox', { name: 'Individuals 8: Strategic contribution' });
  const line = (text: string): Locator => workbench().page.locator('.view-line', { hasText: text }).first();
  const open = async (name: string, shown: Locator) => {
    await workbench().open(name);
    await shown.waitFor();
  };
  /** Makes the view as wide as that. */
  const widen = async (width: number) => {
    const { page } = workbench();
    const part = page.locator('.part.auxiliarybar');
    const { x, width: before } = (await part.boundingBox()) ?? { x: 0, width: 0 };
    await page.mouse.move(x - 2, 400);
    await page.mouse.down();
    await page.mouse.move(x - 2 + before - width, 400, { steps: 5 });
    await page.mouse.up();
    await eventually(async () => assert.ok(Math.abs(((await part.boundingBox())?.width ?? 0) - width) < 12));
  };

  it('opens beside the text', async () => {
    // All of the front matter is to be seen: the editor draws no line that is not.
    await workbench().page.setViewportSize({ width: 1400, height: 1800 });
    await workbench().open('cost-and-value.md');
    await workbench().command('Destination Map: Edit Details');
    await control('status').waitFor();
    assert.equal(await form().locator('h1').innerText(), 'Guidance on a criterion');
    await workbench().shot('open');
  });

  it('changes the text, in one step to undo', async () => {
    await control('status').selectOption({ label: 'Published' });
    await line('status: published').click();
    await workbench().page.keyboard.press('Control+z');
    await line('status: in-review').waitFor();
    await eventually(async () => assert.equal(await control('status').inputValue(), '1'));
  });

  it('takes over what is written when Enter is pressed, and Escape takes it back', async () => {
    const owner = control('owner');
    await owner.fill('Lead for learning');
    await owner.press('Enter');
    await line('owner: Lead for learning').waitFor();
    await owner.fill('Somebody else');
    await owner.press('Escape');
    assert.equal(await owner.inputValue(), 'Lead for learning');
  });

  it('takes back the last change of the document, wherever it was made, and keeps the focus', async () => {
    const owner = control('owner');
    await control('status').selectOption({ label: 'Published' });
    await line('status: published').waitFor();
    await owner.press('Control+z');
    await line('status: in-review').waitFor();
    await eventually(async () => assert.equal(await control('status').inputValue(), '1'));
    assert.equal(await owner.inputValue(), 'Lead for learning');
    await eventually(async () => assert.ok(await owner.evaluate((box) => box.ownerDocument.hasFocus() && box === document.activeElement)));
    await owner.press('Control+y');
    await line('status: published').waitFor();
    await owner.press('Control+z');
    await line('status: in-review').waitFor();
  });

  it('follows what is typed in the text', async () => {
    await line('owner: Lead for learning').click();
    await workbench().page.keyboard.press('End');
    await workbench().page.keyboard.type(' and practice');
    await eventually(async () => assert.equal(await control('owner').inputValue(), 'Lead for learning and practice'));
  });

  it('takes a click out of the text, far from where somebody was in it before', async () => {
    // Neither is to be seen while the other is.
    await workbench().page.setViewportSize({ width: 1400, height: 600 });
    await control('owner').click();
    await line('type: ').click();
    await cell().click();
    await control('serves/4/because').waitFor({ state: 'attached' });
    await cell().click();
    await control('serves/4/because').waitFor({ state: 'detached' });
    await workbench().page.setViewportSize({ width: 1400, height: 1800 });
  });

  it('fills a cell of the grid, and asks for its reason', async () => {
    await cell().click();
    const reason = control('serves/4/because');
    await reason.waitFor();
    await form().locator('details.item[open]', { hasText: 'Warning' }).first().waitFor();
    await workbench().shot('cell');
    await cell().press('Enter');
    await workbench().page.keyboard.type('It shows what learning is for.');
    await workbench().page.keyboard.press('Enter');
    await line('because: It shows what learning is for.').waitFor();
    await cell().press('ArrowUp');
    await cell().uncheck();
    await eventually(async () => assert.equal(await line('It shows what learning is for.').count(), 0));
  });

  it('finds a related criterion by words of its title', async () => {
    const related = form().getByRole('combobox', { name: 'Add to “Related criteria”' });
    await related.pressSequentially('partners');
    await form().locator('#choices [role="option"]').first().waitFor();
    await workbench().shot('search');
    await related.press('Enter');
    await line('partner-engagement]').waitFor();
    await form()
      .getByRole('button', { name: /^Remove “15:/ })
      .click();
    await eventually(async () => assert.equal(await line('partner-engagement]').count(), 0));
  });

  it('adds a gap and goes there, and takes it out again', async () => {
    await form().getByRole('button', { name: 'Add to “Recorded gaps”' }).click();
    await eventually(async () => assert.ok(await control('gaps/2/about').evaluate((about) => about === document.activeElement)));
    await workbench().page.keyboard.type('Travel in winter');
    await workbench().page.keyboard.press('Tab');
    await line('- about: Travel in winter').waitFor();
    await form().getByRole('button', { name: 'Remove “Travel in winter”' }).click();
    await eventually(async () => assert.equal(await line('Travel in winter').count(), 0));
  });

  it('is found sound by axe', async () => {
    await form()
      .locator('details')
      .evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
    const frame = await (await form().locator('main').elementHandle())?.ownerFrame();
    await frame?.evaluate(readFileSync(AXE, 'utf8'));
    const found = await frame?.evaluate<string[]>(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
    );
    assert.deepEqual(found, []);
  });

  it('can be read in every kind of theme, narrow and wide', async () => {
    for (const [theme, body] of THEMES) {
      writeFileSync(join(workbench().folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await form().locator(`body.${body}`).waitFor();
      for (const width of WIDTHS) {
        await widen(width);
        await form().locator('.cells').scrollIntoViewIfNeeded();
        const wide = await form()
          .locator('html')
          .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
        assert.ok(wide <= 0, `${theme}, ${width}: ${wide} pixels too wide`);
        await workbench().shot(`${theme}-${width}`);
      }
    }
  });

  it('leads on where there is nothing to show', async () => {
    await open('unfinished.md', form().getByText('This document has no details yet'));
    await form().getByRole('button', { name: 'Add details' }).click();
    await line('type: page').waitFor();
    await control('title').waitFor();
    await workbench().shot('added');
    await open('glossary.yml', form().getByText('This is a data file.'));
  });

  it('says what keeps details from being read, and shows it', async () => {
    await open('broken.md', form().locator('.field[data-severity="error"]', { hasText: 'drafft' }));
    await line('title: Broken').click();
    await workbench().page.keyboard.press('End');
    await workbench().page.keyboard.type(': [');
    await form().getByText('The details cannot be read').waitFor();
    await workbench().shot('unreadable');
    await form().getByRole('button', { name: 'Show me' }).click();
    await workbench().page.locator('.monaco-editor.focused').first().waitFor();
    await workbench().press('Control+z', control('title'));
  });
});
