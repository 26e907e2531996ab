import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { inContext } from '../support/browser.js';
import { buildOnce, dmap, PROJECT } from '../support/cli.js';
import { accessibilityProblems } from './checks/accessibility.js';
import { listenTo } from './checks/page-trouble.js';
import { type Call, callsIn, type Platform, platformWith } from './support/platform.js';

describe('a SCORM package on a learning platform', function () {
  this.timeout(180_000);
  let place: string;
  let platform: Platform;

  before(async () => {
    buildOnce();
    place = mkdtempSync(join(tmpdir(), 'dmap-scorm-'));
    const { code, err } = dmap(PROJECT, [
      'export',
      join(place, 'out'),
      'guidance',
      '--format',
      'scorm',
      '--no-cache',
      '--today',
      '2026-09-01',
    ]);
    assert.equal(code, 0, err);
    platform = await platformWith(join(place, 'out/rasso.zip'));
  });

  after(async () => {
    await platform.close();
    rmSync(place, { recursive: true, force: true });
  });

  async function launch(page: Page): Promise<FrameLocator> {
    await page.goto(platform.address);
    const player = page.frameLocator('#course');
    await player.locator('#progress:not(:empty)').waitFor();
    return player;
  }

  function values(calls: readonly Call[], element: string): string[] {
    return calls
      .filter(({ name, parameters }) => name === 'LMSSetValue' && parameters[0] === element)
      .map(({ parameters }) => parameters[1] ?? '');
  }

  it('keeps how far a learner came and where, until all is opened, without a call that is rejected', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      const trouble = listenTo(page, platform.address);
      const player = await launch(page);
      const total = await player.locator('#contents li').count();
      assert.ok(total >= 18);
      await player.locator('#next').click();
      await player.locator('#progress', { hasText: `2 of ${total} pages opened.` }).waitFor();
      const second = await player.locator('#contents a[aria-current]').getAttribute('href');
      await page.goto(`${platform.address}course/site/about.html`);
      assert.deepEqual(values(await callsIn(page), 'cmi.core.lesson_status'), ['incomplete']);

      const again = await launch(page);
      await again.locator(`#contents a[href="${second}"][aria-current]`).waitFor({ state: 'attached' });
      await again.locator('#progress', { hasText: `2 of ${total} pages opened.` }).waitFor();
      for (let opened = 3; opened <= total; opened++) {
        await again.locator('#next').click();
        await again.locator('#progress', { hasText: `${opened} of ${total} pages opened.` }).waitFor();
      }
      assert.ok(await again.locator('#next').isDisabled());
      await page.goto(`${platform.address}course/site/about.html`);
      const calls = await callsIn(page);
      assert.deepEqual(values(calls, 'cmi.core.lesson_status'), ['incomplete', 'completed']);
      assert.deepEqual(values(calls, 'cmi.core.exit'), ['suspend', 'suspend']);
      assert.equal(calls.filter(({ name }) => name === 'LMSFinish').length, 2);
      assert.deepEqual(
        calls.filter(({ error, name, result }) => error !== '0' || (/Set|Init|Commit|Finish/.test(name) && result !== 'true')),
        [],
      );

      // What is completed stays so.
      await launch(page);
      await page.goto(`${platform.address}course/site/about.html`);
      assert.equal(values(await callsIn(page), 'cmi.core.lesson_status').length, 2);
      assert.deepEqual(trouble, []);
    });
  });

  it('follows links in the guidance itself', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      const player = await launch(page);
      await player.frameLocator('#guidance').locator('main a[href="feedback-culture.html"]').first().click();
      await player.locator('#contents a[href="site/rasso/feedback-culture.html"][aria-current]').waitFor({ state: 'attached' });
      assert.equal(values(await callsIn(page), 'cmi.core.lesson_location').at(-1), 'site/rasso/feedback-culture.html');
    });
  });

  it('is accessible, by keyboard and in a narrow window too', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 320, height: 640 },
    ])
      await inContext({ viewport }, async (context) => {
        const page = await context.newPage();
        await page.goto(platform.player);
        await page.locator('#contents summary').focus();
        await page.keyboard.press('Enter');
        assert.ok(await page.locator('#contents a').first().isVisible());
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await page.locator('#contents a').nth(1).focus();
        await page.keyboard.press('Enter');
        await page.locator('#contents a[aria-current]').nth(0).waitFor({ state: 'attached' });
      });
  });

  it('can be read without a platform, and says that nothing is kept', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(platform.player);
      await page.locator('#progress', { hasText: 'No learning platform was found' }).waitFor();
    });
  });

  it('can be read without scripts', async () => {
    await inContext({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage();
      await page.goto(platform.player);
      await page.locator('#contents summary').click();
      await page.locator('#contents a').nth(2).click();
      await page.frameLocator('#guidance').locator('h1').waitFor();
    });
  });
});
