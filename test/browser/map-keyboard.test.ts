import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { inContext } from '../support/browser.js';
import { tabStops, unseenFocus } from './checks/focus.js';
import { openMap } from './support/map-page.js';
import { assertNone } from './support/none.js';
import { guidanceSite } from './support/site.js';

/** Compares with what was kept; `UPDATE_SNAPSHOTS=1` keeps what is there now, to be read in the difference before it is committed. */
function assertSnapshot(name: string, lines: readonly string[]): void {
  const file = join(import.meta.dirname, 'snapshots', name);
  const text = `${lines.join('\n')}\n`;
  if (process.env['UPDATE_SNAPSHOTS']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  assert.ok(existsSync(file), `There is no ${file}: run again with UPDATE_SNAPSHOTS=1 and read it.`);
  assert.equal(text, readFileSync(file, 'utf8'));
}

async function onMap<T>(width: number, work: (page: Page) => Promise<T>, look: object = {}): Promise<T> {
  const site = await guidanceSite();
  return inContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', ...look }, async (context) => {
    const page = await context.newPage();
    await openMap(page, site);
    return work(page);
  });
}

describe('the map by keyboard', function () {
  this.timeout(180_000);

  for (const width of [1280, 320]) {
    it(`has its stops in the order that was agreed, at ${width} px`, async () => {
      const stops = await onMap(width, (page) => tabStops(page, 'body'));
      assertSnapshot(`map-tab-order-${width}.txt`, stops);
    });
  }

  it('can be skipped: the link before it leads past all of its shapes', async () => {
    const next = await onMap(1280, async (page) => {
      const skip = page.getByRole('link', { name: /^skip (?:past )?the map/i }).first();
      await skip.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      return page.evaluate(() => ({
        inMap: document.activeElement?.closest('svg') !== null,
        nowhere: document.activeElement === document.body,
      }));
    });
    assert.deepEqual(next, { inMap: false, nowhere: false });
  });

  it('opens what a shape leads to with Enter', async () => {
    const heading = await onMap(1280, async (page) => {
      const shape = page.locator('svg[role="group"]:visible a').last();
      const href = (await shape.getAttribute('href')) ?? '';
      await shape.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href.endsWith(href));
      return page.locator('h1').innerText();
    });
    assert.notEqual(heading, '');
  });

  for (const [name, look] of Object.entries({
    light: {},
    dark: { colorScheme: 'dark' },
    'forced colours': { forcedColors: 'active' },
  })) {
    it(`shows which shape, link or field has the focus, in ${name}`, async () => {
      assertNone(await onMap(1280, (page) => unseenFocus(page, 'body'), look), 'stops without a visible focus');
    });
  }
});
