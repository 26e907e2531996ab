import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessibilityProblems } from '../support/accessibility.js';
import { inContext } from '../support/browser.js';
import { buildOnce, dmap, PROJECT } from '../support/cli.js';
import { callsIn, type Platform, platformWith } from '../support/platform.js';
import { launch, leave, openAll, pagesIn, rejectedCalls, valuesOf } from '../support/scorm-visit.js';
import { listenTo } from './checks/page-trouble.js';

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

  it('keeps how far a learner came and where, until all is opened, without a call that is rejected', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      const trouble = listenTo(page, platform.address);
      const player = await launch(page, platform);
      const total = await pagesIn(player);
      assert.ok(total >= 18);
      await player.locator('#next').click();
      await player.locator('#progress', { hasText: `2 of ${total} pages opened.` }).waitFor();
      const second = await player.locator('#contents a[aria-current]').getAttribute('href');
      await leave(page, platform);
      assert.deepEqual(valuesOf(await callsIn(page), 'cmi.core.lesson_status'), ['incomplete']);

      const again = await launch(page, platform);
      await again.locator(`#contents a[href="${second}"][aria-current]`).waitFor({ state: 'attached' });
      await again.locator('#progress', { hasText: `2 of ${total} pages opened.` }).waitFor();
      await openAll(again, 2);
      assert.ok(await again.locator('#next').isDisabled());
      await leave(page, platform);
      const calls = await callsIn(page);
      assert.deepEqual(valuesOf(calls, 'cmi.core.lesson_status'), ['incomplete', 'completed']);
      assert.deepEqual(valuesOf(calls, 'cmi.core.exit'), ['suspend', 'suspend']);
      assert.equal(calls.filter(({ name }) => name === 'LMSFinish').length, 2);
      assert.deepEqual(rejectedCalls(calls), []);

      // What is completed stays so.
      await launch(page, platform);
      await leave(page, platform);
      assert.equal(valuesOf(await callsIn(page), 'cmi.core.lesson_status').length, 2);
      assert.deepEqual(trouble, []);
    });
  });

  it('follows links in the guidance itself', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      const player = await launch(page, platform);
      await player.frameLocator('#guidance').locator('main a[href="feedback-culture.html"]').first().click();
      await player.locator('#contents a[href="site/rasso/feedback-culture.html"][aria-current]').waitFor({ state: 'attached' });
      assert.equal(valuesOf(await callsIn(page), 'cmi.core.lesson_location').at(-1), 'site/rasso/feedback-culture.html');
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
