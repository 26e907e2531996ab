import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.js';
import { inContext } from '../support/browser.js';
import { unseenFocus } from './checks/focus.js';
import { foreignMarkup, trap } from './checks/foreign-markup.js';
import { brokenLinks } from './checks/links.js';
import { markupProblems } from './checks/markup.js';
import { clippedText, overflowOf } from './checks/overflow.js';
import { listenTo } from './checks/page-trouble.js';
import { type Site, siteIn } from './support/site.js';

/** A site of a few pages, on the first of which everything is wrong that the checks are for. */
const FOLDER = join(import.meta.dirname, 'bad-site');

/** Looks at a page of the bad site in a narrow window. */
async function at<T>(path: string, look: (page: Page, site: Site) => Promise<T>): Promise<T> {
  const site = await siteIn(FOLDER);
  return inContext({ viewport: { width: 320, height: 640 } }, async (context) => {
    await context.addInitScript(trap);
    const page = await context.newPage();
    await page.goto(site.served(path));
    return look(page, site);
  });
}

describe('the checks of this suite find what they are for', () => {
  it('what axe knows', async () => {
    const found = await at('index.html', accessibilityProblems);
    assert.ok(
      found.some((text) => text.startsWith('color-contrast')),
      found.join('\n'),
    );
    assert.deepEqual(await at('good.html', accessibilityProblems), []);
  });

  it('links and ids that lead nowhere, and only those', async () => {
    const { folder, pages } = await siteIn(FOLDER);
    assert.deepEqual(brokenLinks(folder, pages), [
      'index.html: “not-there.html” leads to not-there.html, which is not there',
      'index.html: “good.html#not-there” leads to the anchor “not-there”, which good.html has not',
      'index.html: “folder/” leads to a folder',
      'index.html: “missing.png” leads to missing.png, which is not there',
      'index.html: names the id “no-such-id”, which it has not',
    ]);
  });

  it('markup that is not valid', async () => {
    const { folder } = await siteIn(FOLDER);
    const found = (await markupProblems(folder, ['index.html', 'good.html'])).join('\n');
    for (const rule of ['close-order', 'no-inline-style']) assert.match(found, new RegExp(`index\\.html:.*\\(${rule}\\)`));
    assert.doesNotMatch(found, /good\.html/);
  });

  it('text that sticks out or is cut off', async () => {
    assert.match((await at('index.html', overflowOf)).join('\n'), /is 9\d\d px wide in a window of 320 px: <p class="wide">/);
    assert.match((await at('index.html', clippedText)).join('\n'), /class="clipped"/);
    assert.deepEqual(await at('good.html', async (page) => [...(await overflowOf(page)), ...(await clippedText(page))]), []);
  });

  it('focus that nobody can see', async () => {
    const found = await at('index.html', (page) => unseenFocus(page, 'main'));
    assert.deepEqual(found, ['link "No focus ring" looks the same with and without the focus']);
  });

  it('markup that a document has no business to bring', async () => {
    const found = (await at('index.html', foreignMarkup)).join('\n');
    for (const part of [/has a handler: <p onclick/, /holds <p [^>]*style=/, /loads <img src="https:/]) assert.match(found, part);
    assert.deepEqual(await at('good.html', foreignMarkup), []);
  });

  it('errors, broken rules of the policy, failed loads and requests that leave the site', async () => {
    const site = await siteIn(FOLDER);
    const trouble = await inContext({}, async (context) => {
      const page = await context.newPage();
      const list = listenTo(page, site.served(''));
      await page.goto(site.served('index.html'), { waitUntil: 'networkidle' });
      return list.join('\n');
    });
    assert.match(trouble, /console error: said in the console/);
    assert.match(trouble, /script error: thrown by the script/);
    assert.match(trouble, /Content Security Policy/);
    assert.match(trouble, /missing\.png/);
    assert.match(trouble, /outside\.invalid/);
  });
});
