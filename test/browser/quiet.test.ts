import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listenTo } from './checks/page-trouble.js';
import { onEach } from './support/in-parallel.js';
import { assertNone } from './support/none.js';
import { guidanceSite } from './support/site.js';

describe('every page loads without an error and without leaving the site', function () {
  this.timeout(180_000);

  it('from a server', async () => {
    const site = await guidanceSite();
    const found = await onEach(site.pages, {}, async (page, path) => {
      const trouble = listenTo(page, site.served(''));
      await page.goto(site.served(path));
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return trouble;
    });
    assertNone(found, 'troubles');
  });

  it('as a file', async () => {
    const site = await guidanceSite();
    // The page for addresses that are not there is shown at any depth, so it knows its way from the server's root only.
    const pages = site.pages.filter((page) => page !== '404.html');
    const found = await onEach(pages, {}, async (page, path) => {
      const trouble = listenTo(page, `${pathToFileURL(site.folder).href}/`);
      await page.goto(site.filed(path));
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return trouble;
    });
    assertNone(found, `troubles below ${dirname(site.folder)}`);
  });

  it('when the address is not there', async () => {
    const site = await guidanceSite();
    const found = await onEach(['not/there/at-all.html'], {}, async (page, path) => {
      const trouble = listenTo(page, site.served(''));
      await page.goto(site.served(path), { waitUntil: 'networkidle' });
      const heading = await page.locator('h1').innerText();
      const styled = await page.evaluate(() => document.styleSheets.length > 0);
      const expected = (text: string) => text.includes('404') && text.includes('at-all.html');
      // The address itself is answered with 404, as it should be.
      const other = trouble.filter((text) => !expected(text) && !/^console error: Failed to load resource: .*404/.test(text));
      return [...other, ...(heading === '' ? ['has no heading'] : []), ...(styled ? [] : ['has no style'])];
    });
    assertNone(found, 'troubles');
  });
});
