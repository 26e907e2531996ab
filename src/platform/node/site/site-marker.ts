import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file by which a folder is known again as a site that this tool made, and may therefore replace. */
export const SITE_MARKER = '.destination-map-site.json';

const GENERATOR = 'destination-map';
/** Counts the changes to how a site's folder is kept. */
const FORMAT = 1;

/** What a folder that this tool writes holds where nothing else is said. */
export const A_SITE = 'site';

/**
 * Marks a folder as written by this tool; the same bytes every time.
 * @param holds the format of what is in it
 */
export function markSite(folder: string, holds = A_SITE): void {
  const marker = { generator: GENERATOR, format: FORMAT, ...(holds === A_SITE ? {} : { holds }) };
  writeFileSync(join(folder, SITE_MARKER), `${JSON.stringify(marker)}\n`, { flag: 'wx' });
}

/** The format of what this tool wrote into a folder; undefined where it did not make the folder. */
export function markedAs(folder: string): string | undefined {
  const file = join(folder, SITE_MARKER);
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  try {
    const marker: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { generator, holds = A_SITE } = (marker ?? {}) as { generator?: unknown; holds?: unknown };
    return generator === GENERATOR && typeof holds === 'string' ? holds : undefined;
  } catch {
    return undefined;
  }
}
