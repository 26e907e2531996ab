import type { Page } from 'playwright-core';
import { inContext } from '../../support/browser.js';

/** How large a window is, in CSS pixels. */
const VIEWPORT = { width: 1400, height: 900 };

/** Opens a page as large as a window in a browser context of its own, which is closed after the work. */
export function inWindow<T>(work: (page: Page) => Promise<T>): Promise<T> {
  return inContext({ viewport: VIEWPORT, permissions: ['clipboard-read', 'clipboard-write'] }, async (context) =>
    work(await context.newPage()),
  );
}
