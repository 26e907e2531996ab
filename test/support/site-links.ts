import { dirname, join } from 'node:path/posix';

const ADDRESS = /\s(?:href|src|action)="([^"]*)"/g;

/**
 * The links of a site that lead nowhere: to a page that is not there, or to an anchor that its page does not have.
 * @param site its files by path
 */
export function linkProblems(site: Readonly<Record<string, string>>): string[] {
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (path: string) => {
    const known = anchors.get(path) ?? new Set(Array.from((site[path] ?? '').matchAll(/\sid="([^"]*)"/g), ([, id]) => unescaped(id ?? '')));
    anchors.set(path, known);
    return known;
  };
  const problems: string[] = [];
  for (const [page, html] of Object.entries(site)) {
    if (!page.endsWith('.html')) continue;
    for (const [, written = ''] of html.matchAll(ADDRESS)) {
      const address = unescaped(written);
      if (/^[a-z]+:/i.test(address)) continue;
      const problem = problemWith(page, address, site, anchorsOf);
      if (problem) problems.push(`${page}: ${problem}`);
    }
  }
  return [...new Set(problems)];
}

function problemWith(
  page: string,
  address: string,
  site: Readonly<Record<string, string>>,
  anchorsOf: (path: string) => Set<string>,
): string | undefined {
  const [place = '', fragment] = address.split('#');
  const path = place === '' ? page : target(page, place.split('?')[0] ?? '');
  if (!Object.hasOwn(site, path)) return `${address} leads to no file`;
  return fragment && !anchorsOf(path).has(decodeURIComponent(fragment)) ? `${address} has no such anchor` : undefined;
}

function target(page: string, place: string): string {
  const path = place.startsWith('/') ? place.slice(1) : join(dirname(page), decodeURIComponent(place));
  return path === '' || path === '.' || path.endsWith('/') ? `${path.replace(/^\.$/, '')}index.html` : path;
}

function unescaped(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => names[name] ?? '');
}
