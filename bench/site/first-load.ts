import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The bytes of a page and of all that it loads before anybody does anything, each file compressed as hosts do. */
export interface FirstLoad {
  readonly page: string;
  readonly parts: Readonly<Record<'page' | 'style' | 'script' | 'font' | 'icon', number>>;
  readonly total: number;
}

/** The first load of each page of a site, the largest first. */
export function firstLoads(site: string): FirstLoad[] {
  const assets = readdirSync(join(site, 'assets'));
  const sizeOf = (ending: string) =>
    assets.filter((name) => name.endsWith(ending)).reduce((sum, name) => sum + compressed(join(site, 'assets', name)), 0);
  const shared = { style: sizeOf('.css'), script: sizeOf('.js'), font: sizeOf('.woff2'), icon: sizeOf('.svg') };
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  const loads = pages.map((page): FirstLoad => {
    const parts = { page: compressed(join(site, page)), ...shared };
    return { page, parts, total: Object.values(parts).reduce((sum, size) => sum + size, 0) };
  });
  return loads.sort((a, b) => b.total - a.total);
}

function compressed(file: string): number {
  return gzipSync(readFileSync(file)).length;
}
