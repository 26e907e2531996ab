import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Attributes that hold an address. */
const ADDRESSES = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data', 'cite']);
/** Attributes that hold ids of the same page. */
const IDS = new Set([
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
  'headers',
  'list',
  'form',
]);
/** Where pages are taken to stand: only what leaves it is no address of the site. */
const HOME = 'http://site.invalid/';

/** What one page says, as far as links are about it. */
interface PageLinks {
  readonly ids: ReadonlySet<string>;
  readonly addresses: readonly string[];
  readonly namedIds: readonly string[];
}

/** The links and named ids of a site's pages that lead nowhere, a line each. */
export function brokenLinks(folder: string, pages: readonly string[]): string[] {
  const known = new Map(pages.map((page) => [page, linksOf(readFileSync(join(folder, page), 'utf8'))]));
  return pages.flatMap((page) => {
    const links = known.get(page);
    if (!links) return [];
    const wrong = links.addresses.flatMap((address) => problemOf(address, page, folder, known));
    const missing = links.namedIds.filter((id) => !links.ids.has(id)).map((id) => `names the id “${id}”, which it has not`);
    return [...new Set([...wrong, ...missing])].map((problem) => `${page}: ${problem}`);
  });
}

function problemOf(address: string, page: string, folder: string, known: ReadonlyMap<string, PageLinks>): string[] {
  const base = HOME + page.split('/').map(encodeURIComponent).join('/');
  if (!URL.canParse(address, base)) return [`“${address}” is no address`];
  const url = new URL(address, base);
  if (!url.href.startsWith(HOME)) return [];
  const path = decodeURIComponent(url.pathname.slice(1));
  // A folder works at a server only: opened as a file, it is a list of files.
  if (path === '' || path.endsWith('/')) return page === '404.html' ? [] : [`“${address}” leads to a folder`];
  const file = join(folder, path);
  if (!existsSync(file) || !statSync(file).isFile()) return [`“${address}” leads to ${path}, which is not there`];
  const fragment = decodeURIComponent(url.hash.slice(1));
  const target = known.get(path);
  if (fragment === '' || !target || target.ids.has(fragment)) return [];
  return [`“${address}” leads to the anchor “${fragment}”, which ${path} has not`];
}

function linksOf(html: string): PageLinks {
  const found = { ids: new Set<string>(), addresses: [] as string[], namedIds: [] as string[] };
  for (const element of elementsIn(parse(html))) {
    for (const { name, prefix, value } of element.attrs) {
      const attribute = prefix ? `${prefix}:${name}` : name;
      if (attribute === 'id' || (attribute === 'name' && element.tagName === 'a')) found.ids.add(value);
      if (ADDRESSES.has(attribute)) found.addresses.push(value);
      if (IDS.has(attribute)) found.namedIds.push(...value.split(/\s+/).filter(Boolean));
      if (attribute === 'srcset') found.addresses.push(...value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''));
    }
    found.addresses.push(...redirectOf(element));
  }
  return found;
}

/** Where a page leads on by itself. */
export function redirectsIn(html: string): string[] {
  return [...elementsIn(parse(html))].flatMap(redirectOf);
}

/** Where `<meta http-equiv="refresh">` leads. */
function redirectOf(element: Element): string[] {
  const value = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
  if (element.tagName !== 'meta' || value('http-equiv').toLowerCase() !== 'refresh') return [];
  return [
    value('content')
      .replace(/^[^;,]*[;,]\s*(?:url\s*=\s*)?/i, '')
      .replace(/^['"]|['"]$/g, ''),
  ];
}

function* elementsIn(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}
