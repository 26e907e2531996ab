import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where screenshots and logs of the last run are, to be looked at. Git ignores it. */
const FOLDER = join(import.meta.dirname, '../.artifacts');

/** Takes a picture of a window. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: place(`${name}.png`) });
}

/** Keeps a text. */
export function keepText(name: string, text: string): void {
  writeFileSync(place(name), text);
}

function place(name: string): string {
  const path = join(FOLDER, name.replace(/[^\w.\-/]+/g, '-'));
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
