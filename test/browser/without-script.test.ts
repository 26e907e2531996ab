import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { inContext } from '../support/browser.js';
import { onEach } from './support/in-parallel.js';
import { assertNone } from './support/none.js';
import { guidanceSite } from './support/site.js';

/** The lines of text that a reader sees in the main part of a page, without those of forms, which are for scripts. */
async function linesSeen(page: Page): Promise<Set<string>> {
  const text = await page.locator('main').innerText();
  const forms = await page.locator('main form, main [role="status"]').allInnerTexts();
  const lines = (block: string) => block.split('\n').map((line) => line.trim());
  const ofForms = new Set(forms.flatMap(lines));
  return new Set(lines(text).filter((line) => line !== '' && !ofForms.has(line)));
}

describe('without JavaScript', function () {
  this.timeout(180_000);

  it('every page shows the text that it shows with it', async () => {
    const site = await guidanceSite();
    const plain = new Map<string, Set<string>>();
    await onEach(site.pages, { javaScriptEnabled: false }, async (page, path) => {
      await page.goto(site.served(path));
      plain.set(path, await linesSeen(page));
      return [];
    });
    const missing = await onEach(site.pages, {}, async (page, path) => {
      await page.goto(site.served(path));
      const without = plain.get(path) ?? new Set();
      if (without.size === 0) return ['shows nothing'];
      return [...(await linesSeen(page))].filter((line) => !without.has(line)).map((line) => `lacks “${line}”`);
    });
    assertNone(missing, 'lines that need a script');
  });

  it('no form is shown that only a script can answer', async () => {
    const site = await guidanceSite();
    const found = await onEach(site.pages, { javaScriptEnabled: false }, async (page, path) => {
      await page.goto(site.served(path));
      const forms = await page.locator('form:not([role="search"]):visible').count();
      return forms > 0 ? [`shows ${forms} forms`] : [];
    });
    assertNone(found, 'pages with forms that do nothing');
  });

  it('the search form leads to a page that says where everything is listed', async () => {
    const site = await guidanceSite();
    await inContext({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage();
      await page.goto(site.served('index.html'));
      await page.getByRole('search').getByRole('searchbox').fill('feedback');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\.html\?q=feedback$/);
      const contents = page.getByRole('main').getByRole('link', { name: /contents/i });
      assert.ok(await contents.isVisible(), 'there is a link to the contents');
      await contents.click();
      assert.ok((await page.getByRole('main').getByRole('link').count()) > 20, 'which has links to the pages');
    });
  });
});
