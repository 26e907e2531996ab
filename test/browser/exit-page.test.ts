import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inContext } from '../support/browser.js';
import { PROJECT } from '../support/cli.js';
import { exportedSite, type Site } from './support/site.js';

const ELSEWHERE = 'https://elsewhere.invalid/';

describe('“exit this page”', function () {
  this.timeout(60_000);
  let temporary = '';
  let site: Site;

  before(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'dmap-exit-'));
    const root = join(temporary, 'guidance');
    cpSync(join(PROJECT, 'test/fixtures/second-framework'), root, { recursive: true });
    const application = join(root, 'small-craft/index.md');
    writeFileSync(
      application,
      readFileSync(application, 'utf8').replace('type: application', `type: application\nexit_page: ${ELSEWHERE}`),
    );
    site = await exportedSite(root);
  });
  after(() => rmSync(temporary, { recursive: true, force: true }));

  /** Opens a page of the application, after another, with a page that stands for the address outside. */
  async function onPage(work: (page: Page) => Promise<void>, options: object = {}): Promise<void> {
    await inContext(options, async (context) => {
      await context.route(`${ELSEWHERE}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
      const page = await context.newPage();
      await page.goto(site.served('index.html'));
      await page.goto(site.served('small-craft/crew-skills.html'));
      await work(page);
    });
  }

  it('leaves at once, and “back” does not lead to the page again', () =>
    onPage(async (page) => {
      await page.getByRole('link', { name: /exit this page/i }).click();
      await page.waitForURL(ELSEWHERE);
      await page.goBack();
      assert.equal(page.url(), site.served('index.html'));
    }));

  it('leaves when Shift is pressed three times, and not when it is used to type', () =>
    onPage(async (page) => {
      for (const key of ['Shift+A', 'Shift+B', 'Shift+C']) await page.keyboard.press(key);
      assert.equal(page.url(), site.served('small-craft/crew-skills.html'));
      for (let count = 0; count < 3; count++) await page.keyboard.press('Shift');
      await page.waitForURL(ELSEWHERE);
    }));

  it('works without JavaScript', () =>
    onPage(
      async (page) => {
        await page.getByRole('link', { name: /exit this page/i }).click();
        await page.waitForURL(ELSEWHERE);
      },
      { javaScriptEnabled: false },
    ));

  it('is not on pages outside the application', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(site.served('index.html'));
      assert.equal(await page.locator('[data-exit]').count(), 0);
    });
  });
});
