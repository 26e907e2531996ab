import { mkdirSync, writeFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';
import { startedBrowser } from '../../support/browser.js';
import { keepText, screenshot } from './artifacts.js';
import { packagePath } from './package-path.js';
import { fillWithGuidance } from './scenarios.js';
import type { Settings } from './settings.js';
import { startHost, type VsCodeHost } from './start-host.js';
import { WINDOW } from './window.js';
import { Workbench } from './workbench.js';

/** What a window of UI checks shows. */
export interface WorkbenchOptions {
  /** Settings of the opened folder. */
  readonly settings?: Settings;
  /** Fills the folder to open; with guidance, if nothing else is said. */
  readonly fill?: (folder: string) => void;
  /** Whether the window asks if the folder is trusted; otherwise every folder is. */
  readonly asksForTrust?: boolean;
}

/** The servers that windows share: one that asks for trust, and one that does not. */
const hosts = new Map<boolean, Promise<VsCodeHost>>();
let opened = 0;

function sharedHost(asksForTrust: boolean): Promise<VsCodeHost> {
  const host = hosts.get(asksForTrust) ?? startHost({ extensions: [packagePath()], asksForTrust });
  hosts.set(asksForTrust, host);
  return host;
}

/**
 * Opens a window for the tests of a `describe`, on a folder of their own, with the packaged extension installed. Where a test fails,
 * a picture of the window is kept.
 * @param name what pictures are called by
 * @returns the workbench, for use inside the tests
 */
export function withWorkbench(name: string, options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  let context: BrowserContext | undefined;
  const said: string[] = [];
  before(async () => {
    const running = await sharedHost(options.asksForTrust === true);
    const folder = running.folder.folder(`opened-${++opened}`);
    (options.fill ?? fillWithGuidance)(folder);
    mkdirSync(`${folder}/.vscode`, { recursive: true });
    writeFileSync(`${folder}/.vscode/settings.json`, JSON.stringify(options.settings ?? {}));
    context = await (await startedBrowser()).newContext(WINDOW);
    const page = await context.newPage();
    page.on('console', (message) => said.push(`${message.type()} ${message.text()}`));
    workbench = new Workbench(page, folder, name);
    await page.goto(running.window(folder));
    await page.locator('.monaco-workbench').waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed' && workbench) await screenshot(workbench.page, `ui/${name}-FAILED-${this.currentTest.title}`);
  });
  after(async () => {
    keepText(`ui/${name}-console.log`, said.join('\n'));
    await context?.close();
  });
  return () => {
    if (!workbench) throw new Error('The window is open inside tests only.');
    return workbench;
  };
}

/** Stops the servers that windows share. */
export async function stopSharedHosts(): Promise<void> {
  for (const host of hosts.values()) await (await host).stop();
  hosts.clear();
}
