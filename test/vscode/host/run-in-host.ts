import { relative } from 'node:path';
import type { Page } from 'playwright-core';
import { MOCHA_LINE } from '../suite/support/mocha-line.js';
import { keepText, screenshot } from './artifacts.js';
import type { HostKind } from './bundle-suite.js';
import { serveExtension } from './serve-extension.js';
import type { Payload, VsCodeHost } from './start-host.js';
import { developInWeb } from './web-development.js';
import { inWindow } from './window.js';

/** How long a whole suite may take, in milliseconds. */
const PATIENCE = 300_000;

/** What is run in an extension host. */
export interface HostRun {
  readonly kind: HostKind;
  /** What the run is called among the artifacts. */
  readonly name: string;
  /** The folder of the unpacked extension. */
  readonly extension: string;
  /** The bundled tests. */
  readonly tests: string;
  /** The folder to open. */
  readonly folder: string;
}

/**
 * Runs tests inside the extension host of a window, and prints what mocha says.
 * @throws Error where they cannot be run, or end without mocha's summary: VS Code also says 0 of a host that was killed
 */
export function runInHost(host: VsCodeHost, run: HostRun): Promise<number> {
  return inWindow(async (page) => {
    const console_: string[] = [];
    const mocha: string[] = [];
    const ended = listen(page, console_, mocha);
    const served = run.kind === 'web' ? await serveExtension(run.extension) : undefined;
    try {
      if (served) await developInWeb(page, served.authority, `/${relative(run.extension, run.tests)}`);
      await page.goto(host.window(run.folder, served ? [] : development(host, run)));
      const status = await ended;
      if (!mocha.some((line) => /^\s*\d+ passing/.test(line))) throw new Error(`VS Code ended with ${status}, but mocha reported nothing.`);
      return status;
    } catch (error) {
      console.error(console_.filter((line) => /^(warn|error) /.test(line)).join('\n'));
      throw error;
    } finally {
      served?.close();
      await screenshot(page, `${run.name}/last`).catch(() => undefined);
      keepText(`${run.name}/console.log`, console_.join('\n'));
      keepText(`${run.name}/server.log`, host.output());
    }
  });
}

/** What makes a window run the extension and its tests on the server, in Node. */
const development = (host: VsCodeHost, { extension, tests }: HostRun): Payload => [
  ['extensionDevelopmentPath', host.remote(extension)],
  ['extensionTestsPath', host.remote(tests)],
];

/** Hears what the workbench says by the functions that it looks for in its page, until it ends. */
function listen(page: Page, console_: string[], mocha: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The suite is not over after ${PATIENCE / 1000} s.`)), PATIENCE);
    page.once('crash', () => reject(new Error('The page crashed.')));
    page.once('close', () => clearTimeout(timer));
    page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      console_.push(`${type} ${text}`);
      const at = text.indexOf(MOCHA_LINE);
      if (at < 0) return;
      const line = text.slice(at + MOCHA_LINE.length);
      mocha.push(line);
      console.log(line);
    });
    page.exposeFunction('codeAutomationExit', resolve);
  });
}
