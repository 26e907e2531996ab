import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The bytes of a page and of all that it loads before anybody does anything, each file compressed as hosts do. */
export interface FirstLoad {
  readonly page: string;
  readonly parts: Readonly<Record<'page' | 'style' | 'script' | 'font' | 'icon', number>>;
  readonly total: number;
}

/** The first load of each page of a site, the largest first. */
export function firstLoads(site: string): FirstLoad[] {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(site, file))).length;
    sizes.set(file, size);
    return size;
  };
  const font = readdirSync(join(site, 'assets')).filter((name) => name.endsWith('.woff2'));
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  const loads = pages.map((page): FirstLoad => {
    const html = readFileSync(join(site, page), 'utf8');
    const named = (element: RegExp) => [...html.matchAll(element)].map(([, address = '']) => fileAt(page, address));
    const sum = (files: readonly string[]) => files.reduce((total, file) => total + sizeOf(file), 0);
    const parts = {
      page: gzipSync(html).length,
      style: sum(named(/<link rel="stylesheet" href="([^"]+)">/g)),
      script: sum(named(/<script src="([^"]+)"[^>]*>/g)),
      // The style sheet loads it, on every page.
      font: sum(font.map((name) => `assets/${name}`)),
      icon: sum(named(/<link rel="icon" href="([^"]+)"[^>]*>/g)),
    };
    return { page, parts, total: Object.values(parts).reduce((total, size) => total + size, 0) };
  });
  return loads.sort((a, b) => b.total - a.total);
}

/** The file that an address on a page leads to; one that begins with `/` is from the root of the site. */
function fileAt(page: string, address: string): string {
  return address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(page), address);
}
