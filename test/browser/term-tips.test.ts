import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { inContext } from '../support/browser.js';
import { guidanceSite } from './support/site.js';

/** Opens the first page that explains a term, at its first one. */
async function atTerm(width: number, work: (page: Page, term: Locator, tip: Locator) => Promise<void>): Promise<void> {
  const site = await guidanceSite();
  await inContext({ viewport: { width, height: 700 }, reducedMotion: 'reduce' }, async (context) => {
    const page = await context.newPage();
    for (const path of site.pages.filter((name) => name.startsWith('rasso/'))) {
      await page.goto(site.served(path));
      const use = page.locator('.term-use').first();
      if ((await use.count()) === 0) continue;
      await use.scrollIntoViewIfNeeded();
      await work(page, use.locator('a'), use.locator('[role="tooltip"]'));
      return;
    }
    assert.fail('No page explains a term.');
  });
}

describe('explanations of terms (WCAG 1.4.13)', () => {
  it('show on hover, stay while they are pointed at, and go', () =>
    atTerm(1280, async (page, term, tip) => {
      assert.ok(await tip.isHidden());
      await term.hover();
      assert.ok(await tip.isVisible());
      await tip.hover();
      assert.ok(await tip.isVisible(), 'it stays while it is pointed at itself');
      await page.mouse.move(0, 0);
      assert.ok(await tip.isHidden());
    }));

  it('show on focus, and are what a screen reader says of the term', () =>
    atTerm(1280, async (_page, term, tip) => {
      await term.focus();
      assert.ok(await tip.isVisible());
      assert.equal(await term.getAttribute('aria-describedby'), await tip.getAttribute('id'));
    }));

  it('go with Escape while the focus stays, and come again with the next focus', () =>
    atTerm(1280, async (page, term, tip) => {
      await term.focus();
      await page.keyboard.press('Escape');
      assert.ok(await tip.isHidden());
      assert.ok(await term.evaluate((element) => element === document.activeElement));
      await term.blur();
      await term.focus();
      assert.ok(await tip.isVisible());
    }));

  it('stay inside a window of 320 px', () =>
    atTerm(320, async (page, term, tip) => {
      await term.focus();
      const box = await tip.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 320 && box.y >= 0, JSON.stringify(box));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    }));
});
