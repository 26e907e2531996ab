import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inContext } from '../../support/browser.js';

/** How many pages are open at once. */
const AT_ONCE = 2;

/**
 * Does something with each of some items in a browser page of its own context, a few at a time.
 * @returns what was said of the items, in their order, with the item before each
 */
export function onEach(
  items: readonly string[],
  options: BrowserContextOptions,
  work: (page: Page, item: string) => Promise<readonly string[]>,
  prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  return inContext(options, async (context) => {
    await prepare(context);
    const said = new Map<string, readonly string[]>();
    const left = [...items];
    const lane = async () => {
      const page = await context.newPage();
      for (let item = left.shift(); item !== undefined; item = left.shift()) said.set(item, await work(page, item));
      await page.close();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return items.flatMap((item) => (said.get(item) ?? []).map((text) => `${item}: ${text}`));
  });
}
