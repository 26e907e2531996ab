import type { BrowserContextOptions, Page } from 'playwright-core';
import { inContext } from '../../support/browser.js';

/** What a page is opened with that is a window of VS Code. Sizes are in CSS pixels. */
export const WINDOW: BrowserContextOptions = {
  viewport: { width: 1400, height: 900 },
  // The extension that runs in the browser is served from elsewhere.
  bypassCSP: true,
  permissions: ['clipboard-read', 'clipboard-write'],
};

/** Opens a page in a browser context of its own, which is closed after the work. */
export function inWindow<T>(work: (page: Page) => Promise<T>): Promise<T> {
  return inContext(WINDOW, async (context) => work(await context.newPage()));
}
