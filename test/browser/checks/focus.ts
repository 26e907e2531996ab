import type { Page } from 'playwright-core';

/** More stops than any page has. */
const MOST = 2000;
/** How far outside a box its focus ring may be drawn, in pixels. */
const RING = 8;

/**
 * Goes through a page with the Tab key from its beginning, and calls `visit` at every stop inside `within`.
 * A stop is what a screen reader calls it, such as `link "Home"`.
 */
export async function tabThrough(page: Page, within: string, visit: (stop: string) => Promise<void>): Promise<void> {
  let entered = false;
  for (let count = 0; count < MOST; count++) {
    await page.keyboard.press('Tab');
    const place = await placeOfFocus(page, within);
    if (place === 'none' || (entered && place === 'outside')) return;
    if (place === 'outside') continue;
    entered = true;
    await visit(await nameOfFocus(page));
  }
  throw new Error(`The Tab key comes to no end inside ${within}.`);
}

/** Every stop of the Tab key inside a part of a page, in order. */
export async function tabStops(page: Page, within: string): Promise<string[]> {
  const stops: string[] = [];
  await tabThrough(page, within, async (stop) => {
    stops.push(stop);
  });
  return stops;
}

/** The stops at which a sighted reader cannot see that they have the focus, a line each. */
export async function unseenFocus(page: Page, within: string): Promise<string[]> {
  const unseen: string[] = [];
  await tabThrough(page, within, async (stop) => {
    const clip = await boxOfFocus(page);
    if (!clip) {
      unseen.push(`${stop} is not in the window when it has the focus`);
      return;
    }
    const focused = await page.screenshot({ clip, animations: 'disabled' });
    // The Tab key goes on from where the focus was.
    await page.evaluate(() => (document.activeElement as HTMLElement | SVGElement).blur());
    const plain = await page.screenshot({ clip, animations: 'disabled' });
    if (focused.equals(plain)) unseen.push(`${stop} looks the same with and without the focus`);
  });
  return unseen;
}

function placeOfFocus(page: Page, within: string): Promise<'none' | 'inside' | 'outside'> {
  return page.evaluate((selector) => {
    const active = document.activeElement;
    if (!active || active === document.body || active === document.documentElement) return 'none';
    return active.closest(selector) ? 'inside' : 'outside';
  }, within);
}

async function nameOfFocus(page: Page): Promise<string> {
  const snapshot = await page.locator(':focus').ariaSnapshot();
  return (snapshot.split('\n')[0] ?? '').replace(/^- /, '').replace(/:$/, '');
}

/** The part of the window in which the focus ring has to show. */
function boxOfFocus(page: Page): Promise<{ x: number; y: number; width: number; height: number } | undefined> {
  return page.evaluate((ring) => {
    const box = document.activeElement?.getBoundingClientRect();
    if (!box) return undefined;
    const left = Math.max(0, box.left - ring);
    const top = Math.max(0, box.top - ring);
    const width = Math.min(window.innerWidth, box.right + ring) - left;
    const height = Math.min(window.innerHeight, box.bottom + ring) - top;
    return width > 0 && height > 0 ? { x: left, y: top, width, height } : undefined;
  }, RING);
}
