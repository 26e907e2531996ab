import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file by which a folder is known again as a site that this tool made, and may therefore replace. */
export const SITE_MARKER = '.destination-map-site.json';

const GENERATOR = 'destination-map';
/** Counts the changes to how a site's folder is kept. */
const FORMAT = 1;

/** Marks a folder as a site of this tool; the same bytes every time. */
export function markSite(folder: string): void {
  writeFileSync(join(folder, SITE_MARKER), `${JSON.stringify({ generator: GENERATOR, format: FORMAT })}\n`, { flag: 'wx' });
}

/** Whether a folder is a site that this tool made. */
export function isMarkedSite(folder: string): boolean {
  const file = join(folder, SITE_MARKER);
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  try {
    const marker: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof marker === 'object' && marker !== null && (marker as { generator?: unknown }).generator === GENERATOR;
  } catch {
    return false;
  }
}
