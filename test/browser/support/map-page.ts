import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { SHOWN_MAP } from '../checks/map-labels.js';
import type { Site } from './site.js';

/** Opens the page of a site that the map stands on. */
export async function openMap(page: Page, site: Site): Promise<void> {
  for (const path of ['map.html', 'index.html'].filter((name) => site.pages.includes(name))) {
    await page.goto(site.served(path));
    if ((await page.locator(SHOWN_MAP).count()) > 0) return;
  }
  assert.fail('No page shows a map.');
}
