import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UsageError } from '../usage-error.js';

/** The environment variable that names the program of a browser. */
const NAMED = 'DMAP_CHROMIUM';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const ON_MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The program of an installed Chromium, Chrome or Edge: the one that DMAP_CHROMIUM names, else the first in PATH, else one
 * in a usual place of the platform.
 * @throws UsageError where there is none
 */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const named = environment[NAMED];
  if (named) {
    if (existsSync(named)) return named;
    throw new UsageError(`${NAMED} names “${named}”, and there is no such file. Name the program of Chromium, Chrome or Edge.`);
  }
  const found = [...inPath(environment, platform), ...usualPlaces(environment, platform)].find((program) => existsSync(program));
  if (found !== undefined) return found;
  throw new UsageError(
    `A PDF needs an installed Chromium, Chrome or Edge, and none was found. Install one, or name its program with ${NAMED}. Without one, export a site and print its page “print” from any browser.`,
  );
}

function inPath({ PATH = '' }: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, platform === 'win32' ? `${name}.exe` : name)));
}

function usualPlaces(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return ON_MAC;
  if (platform !== 'win32') return [];
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  return folders.flatMap((folder) => ON_WINDOWS.map((place) => join(folder, place)));
}
