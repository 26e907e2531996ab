/**
 * Finds a Chromium or Chrome for the browser tests, and installs one where there is none.
 * Plain JavaScript: `npm test` runs it as a program, and the tests ask it which browser it found.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWithApt } from './apt-get.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    `${process.env.HOME}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')] : [];
  }),
};

const HELP = `No Chromium could be found or installed, and the browser tests need one. What was tried is above. Install Chromium or
Chrome yourself (on Debian or Ubuntu: sudo apt-get install chromium), or set DMAP_CHROMIUM to the program of one that
you have, then run the same command again.`;

/**
 * The program of a browser that starts, looked for in DMAP_CHROMIUM, in PATH, in the usual places of the platform and
 * where Playwright installs its own.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const told = process.env.DMAP_CHROMIUM;
  if (told) return existsSync(told) ? told : undefined;
  const candidates = [...inPath(), ...(PLACES[process.platform] ?? []), ...(await ofPlaywright())];
  return candidates.find((program) => existsSync(program) && starts(program));
}

function inPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

async function ofPlaywright() {
  const { chromium } = await import('playwright-core');
  return [chromium.executablePath()].filter(Boolean);
}

/** On Ubuntu, `chromium-browser` can be a stub that only says how to install the real one. On Windows, asking opens a window. */
function starts(program) {
  return process.platform !== 'linux' || spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function installWithPlaywright() {
  console.log('Installing Chromium with Playwright …');
  const installer = join(dirname(fileURLToPath(import.meta.resolve('playwright-core/package.json'))), 'cli.js');
  spawnSync(process.execPath, [installer, 'install', 'chromium'], { stdio: 'inherit' });
}

/**
 * Installs a browser where there is none.
 * @returns {Promise<boolean>} whether there is one now
 */
async function ensureBrowser() {
  if (process.env.DMAP_CHROMIUM && !(await findBrowser())) return false;
  for (const install of [() => installWithApt('Chromium', ['chromium']), installWithPlaywright]) {
    if (await findBrowser()) return true;
    install();
  }
  return (await findBrowser()) !== undefined;
}

async function main() {
  if (await ensureBrowser()) return;
  const told = process.env.DMAP_CHROMIUM;
  console.error(told ? `DMAP_CHROMIUM is set to ${told}, and there is no such file.` : HELP);
  process.exitCode = 1;
}

// Nothing is awaited out here: a module that waits is loaded in another way, and what it shares would be there twice.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
