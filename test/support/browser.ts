import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/tasks/ensure-browser.mjs';

/** Nothing that the browser does of its own accord may reach a network, or take the machine's graphics for granted. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium refuses to run its sandbox for the superuser. */
const superuser = process.getuid?.() === 0;

let browser: Promise<Browser> | undefined;

/** The browser, started on first use and shared by all tests. */
export function startedBrowser(): Promise<Browser> {
  browser ??= start();
  return browser;
}

async function start(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('There is no Chromium here: run “node scripts/tasks/ensure-browser.mjs”.');
  return chromium.launch({ executablePath, chromiumSandbox: !superuser, args: ARGUMENTS });
}

/** Runs something in a browser context of its own, which is closed afterwards. */
export async function inContext<T>(options: BrowserContextOptions, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await (await startedBrowser()).newContext(options);
  // tsx names functions by a helper of its own, which code that is sent to a page takes with it.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** Ends the browser, if one was started. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
