import type { FrameLocator, Page } from 'playwright-core';
import type { Call, Platform } from './platform.js';

/** Has a platform launch its package, and gives the player when it has begun. */
export async function launch(page: Page, platform: Platform): Promise<FrameLocator> {
  await page.goto(platform.address);
  const player = page.frameLocator('#course');
  await player.locator('#progress:not(:empty)').waitFor();
  return player;
}

/** How many pages a package has. */
export function pagesIn(player: FrameLocator): Promise<number> {
  return player.locator('#contents li').count();
}

/** Opens page after page by the player's own button, and waits each time until the player says so. @param opened so many are already */
export async function openAll(player: FrameLocator, opened: number): Promise<void> {
  const total = await pagesIn(player);
  for (let count = opened + 1; count <= total; count++) {
    await player.locator('#next').click();
    await player.locator('#progress', { hasText: `${count} of ${total} pages opened.` }).waitFor();
  }
}

/** Ends a visit, as somebody does who goes elsewhere. */
export async function leave(page: Page, platform: Platform): Promise<void> {
  await page.goto(`${platform.address}course/site/about.html`);
}

/** All that an element of the data model was set to, in order. */
export function valuesOf(calls: readonly Call[], element: string): string[] {
  return calls
    .filter(({ name, parameters }) => name === 'LMSSetValue' && parameters[0] === element)
    .map(({ parameters }) => parameters[1] ?? '');
}

/** The calls that the platform rejected. */
export function rejectedCalls(calls: readonly Call[]): Call[] {
  return calls.filter(({ error, name, result }) => error !== '0' || (/Set|Init|Commit|Finish/.test(name) && result !== 'true'));
}
