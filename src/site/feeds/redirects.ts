import { escapeHtml } from '../../core/text/escape-html.js';
import { fieldsOf } from '../../core/workspace/document.js';
import { textsAt } from '../../core/yaml/value.js';
import { relativeHref, webAddressOf } from '../href.js';
import type { PageIndex } from '../plan/page-index.js';
import { pageTitle } from '../plan/page-title.js';
import type { SiteFile, SiteShared } from '../types.js';

/** Pages at the old addresses of documents (`aliases`) that lead to the new ones. */
export function* redirects(index: PageIndex, taken: ReadonlySet<string>, shared: SiteShared): Generator<SiteFile> {
  // Where letter case does not count, a redirect would take the place of the page that it leads to.
  const written = new Set([...taken].map((path) => path.toLowerCase()));
  const folders = new Set([...written].flatMap(foldersOf));
  for (const facts of index.documents) {
    const to = index.pageOf(facts.path);
    for (const alias of textsAt(fieldsOf(facts), 'aliases')) {
      const page = aliasPage(alias);
      if (page === undefined || to === undefined) continue;
      const place = page.toLowerCase();
      const own = foldersOf(place);
      // No disk can have a file and a folder of one name.
      if (written.has(place) || folders.has(place) || own.some((folder) => written.has(folder))) continue;
      written.add(place);
      for (const folder of own) folders.add(folder);
      yield { path: page, content: redirectHtml(page, to, pageTitle(facts, index.snapshot), shared) };
    }
  }
}

/** The folders on the way to a file. */
function foldersOf(path: string): string[] {
  return path.split('/').flatMap((_, depth, parts) => (depth === 0 ? [] : [parts.slice(0, depth).join('/')]));
}

/** The page of an old address: a document's path, a page's, or a folder's; undefined for one that leaves the site. */
function aliasPage(alias: string): string | undefined {
  const path = alias.replace(/^\/+/, '').replace(/[?#].*$/s, '');
  const parts = path.split('/');
  const isSafe =
    path !== '' &&
    !/[\\\0:*"<>|]/.test(path) &&
    parts.every((part, place) => part !== '.' && part !== '..' && (part !== '' || place === parts.length - 1));
  const page = isSafe ? pageAt(path) : '';
  return page !== '' && hasUsableNames(page) ? page : undefined;
}

function pageAt(path: string): string {
  if (path.endsWith('/')) return `${path}index.html`;
  if (/\.html?$/i.test(path)) return path;
  return `${path.replace(/\.(?:md|markdown)$/i, '')}.html`;
}

/** How long a name may be on most disks, and a path on the strictest system with some room for where the site stands, in bytes. */
const [LONGEST_NAME, LONGEST_PATH] = [255, 800] as const;

/** Whether a disk takes the names of a path. */
function hasUsableNames(path: string): boolean {
  return bytesIn(path) <= LONGEST_PATH && path.split('/').every((name) => bytesIn(name) <= LONGEST_NAME);
}

/** The length of a text in UTF-8. */
function bytesIn(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return length;
}

/** A page that leads on at once, and says where to for whoever it does not lead. */
function redirectHtml(from: string, to: string, title: string, shared: SiteShared): string {
  const href = escapeHtml(relativeHref(from, to));
  const address = webAddressOf(to, shared);
  return `<!doctype html>
<html lang="${escapeHtml(shared.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>This page has moved – ${escapeHtml(shared.title)}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${href}">
${address === undefined ? '' : `<link rel="canonical" href="${escapeHtml(address)}">\n`}</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="${href}">${escapeHtml(title)}</a>.</p>
</main>
</body>
</html>
`;
}
