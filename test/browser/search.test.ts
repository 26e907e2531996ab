import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inContext } from '../support/browser.js';
import { listenTo } from './checks/page-trouble.js';
import { guidanceSite, type Site } from './support/site.js';

/** The script that answers a search, which a page asks for when somebody goes to its box. */
const SEARCH_SCRIPT = /\/assets\/search\./;

/** Does something on the home page, opened as a file: what works there works at a server too. */
async function onHome(work: (page: Page, site: Site) => Promise<void>): Promise<void> {
  const site = await guidanceSite();
  await inContext({}, async (context) => {
    const page = await context.newPage();
    const trouble = listenTo(page, 'file://');
    await page.goto(site.filed('index.html'));
    await work(page, site);
    assert.deepEqual(trouble, []);
  });
}

/** The answer to “reflective” below the box of a page. */
function reflectivePractice(page: Page): Locator {
  return page
    .getByRole('search')
    .getByRole('link', { name: /reflective practice/i })
    .first();
}

/** Presses Tab or an arrow until a link to a page has the focus, or is the one that Enter chooses. */
async function reach(page: Page, href: RegExp): Promise<void> {
  for (let count = 0; count < 10; count++) {
    await page.keyboard.press('ArrowDown');
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      const chosen = document.getElementById(active?.getAttribute('aria-activedescendant') ?? '') ?? active;
      return chosen?.getAttribute('href') ?? chosen?.querySelector('a')?.getAttribute('href') ?? '';
    });
    if (href.test(at)) return;
  }
  assert.fail(`The arrow keys lead to no link like ${href}.`);
}

/** The names of the scripts that a page has, without their hashes. */
function scripts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.scripts, ({ src }) => /\/(\w+)[^/]*\.js$/.exec(src)?.[1] ?? '').filter((name) => name !== ''),
  );
}

describe('search from file://', function () {
  this.timeout(60_000);

  it('finds what is meant in spite of a slip, and the keyboard reaches it', () =>
    onHome(async (page) => {
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('feeback');
      const link = page
        .getByRole('search')
        .locator('a, [role="option"]')
        .filter({ hasText: /feedback culture/i })
        .first();
      await link.waitFor();
      await reach(page, /feedback-culture\.html/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/feedback-culture\.html/);
      assert.match(await page.locator('h1').innerText(), /feedback culture/i);
    }));

  it('puts its answers away with Escape, and leaves the focus in the box', () =>
    onHome(async (page) => {
      const box = page.getByRole('searchbox');
      await box.fill('reflective');
      const answers = page
        .getByRole('search')
        .locator('a, [role="option"]')
        .filter({ hasText: /reflective practice/i });
      await answers.first().waitFor();
      await box.focus();
      await page.keyboard.press('Escape');
      await answers.first().waitFor({ state: 'hidden' });
      assert.ok(await box.evaluate((element) => element === document.activeElement));
    }));

  it('says so in words when there is nothing to find', () =>
    onHome(async (page) => {
      await page.getByRole('searchbox').fill('qqqqzzzzxxxx');
      await page
        .getByText(/no (?:results|pages|matches)|nothing/i)
        .first()
        .waitFor();
    }));

  it('reads what answers only once somebody wants to search, and loses nothing that was typed meanwhile', () =>
    onHome(async (page) => {
      assert.deepEqual(await scripts(page), ['site']);
      let arrive: () => void = () => assert.fail('Nothing was asked for.');
      const asked = new Promise<void>((resolve) => {
        void page.route(SEARCH_SCRIPT, async (route) => {
          const arrival = new Promise<void>((goOn) => {
            arrive = goOn;
          });
          resolve();
          await arrival;
          await route.continue();
        });
      });
      await page.reload();
      await page.getByRole('searchbox').focus();
      await asked;
      await page.keyboard.type('reflective');
      arrive();
      await reflectivePractice(page).waitFor();
      assert.deepEqual((await scripts(page)).slice(0, 2), ['site', 'search']);
    }));

  it('tries again with the next letter where what answers could not be read', async () => {
    const site = await guidanceSite();
    await inContext({}, async (context) => {
      const page = await context.newPage();
      await page.route(SEARCH_SCRIPT, (route) => route.abort(), { times: 1 });
      await page.goto(site.served('index.html'));
      const failed = page.waitForEvent('requestfailed');
      await page.getByRole('searchbox').focus();
      await failed;
      await page.locator('script[src*="/search."]').waitFor({ state: 'detached' });
      await page.keyboard.type('reflective');
      await reflectivePractice(page).waitFor();
    });
  });

  it('tries again of its own accord where everything was typed before that was known', async () => {
    const site = await guidanceSite();
    await inContext({}, async (context) => {
      const page = await context.newPage();
      let fail: () => void = () => assert.fail('Nothing was asked for.');
      const asked = new Promise<void>((resolve) => {
        void page.route(
          SEARCH_SCRIPT,
          (route) => {
            fail = () => void route.abort();
            resolve();
          },
          { times: 1 },
        );
      });
      await page.goto(site.served('index.html'));
      await page.getByRole('searchbox').focus();
      await asked;
      await page.keyboard.type('reflective');
      fail();
      await reflectivePractice(page).waitFor();
    });
  });

  it('says so, and goes to the search page with Enter, where what answers cannot be read', async () => {
    const site = await guidanceSite();
    await inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(site.served('index.html'));
      await page.route(SEARCH_SCRIPT, (route) => route.abort());
      const asked: string[] = [];
      page.on('request', (request) => {
        if (SEARCH_SCRIPT.test(request.url())) asked.push(request.url());
      });
      const failed = page.waitForEvent('requestfailed');
      await page.getByRole('searchbox').focus();
      await failed;
      // Slowly enough for each letter to find that what the last one asked for has failed.
      await page.keyboard.type('case review', { delay: 50 });
      const notice = page.getByRole('search').getByRole('status').filter({ hasText: 'Search could not be loaded.' });
      await notice.waitFor();
      assert.equal(asked.length, 2, asked.join());
      await page.keyboard.press('Tab');
      await notice.waitFor({ state: 'hidden' });
      await page.getByRole('searchbox').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\.html\?q=case%20review$/);
    });
  });

  it('answers on its own page the question in the address, and finds by the part of a page', () =>
    onHome(async (page, site) => {
      await page.goto(`${site.filed('search.html')}?q=case%20review`);
      const results = page.getByRole('main').locator('[data-search-results] a');
      await results.first().waitFor();
      assert.equal(await page.getByRole('main').getByRole('searchbox').inputValue(), 'case review');
      assert.match(await page.getByRole('main').getByRole('status').first().innerText(), /\d/);
      const target = (await results.first().getAttribute('href')) ?? '';
      assert.ok(existsSync(join(site.folder, decodeURIComponent(target.split('#')[0] ?? ''))), target);
    }));

  it('treats markup in a question as text', () =>
    onHome(async (page, site) => {
      const question = '<img src=x onerror=document.title="ran">"\'&';
      await page.goto(`${site.filed('search.html')}?q=${encodeURIComponent(question)}`);
      await page.getByRole('main').getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
      assert.equal(await page.getByRole('main').getByRole('searchbox').inputValue(), question);
      assert.equal(await page.locator('main img[src="x"]').count(), 0);
      assert.doesNotMatch(await page.title(), /^ran$/);
    }));
});
