import { escapeHtml } from '../../core/text/escape-html.js';
import { webAddressOf } from '../href.js';
import type { SiteShared } from '../types.js';
import type { Href } from './links.js';

/** What the head of a page says. */
export interface PageHead {
  /** The page, from the root of the site. */
  readonly page: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly lang?: string | undefined;
  /** What machines can read about the page: schema.org, without its `@context`. */
  readonly data?: readonly object[];
  /** Whether search engines are asked to leave the page out. */
  readonly hidden?: boolean;
  readonly type?: 'article' | 'website';
  readonly modified?: string | undefined;
}

/**
 * Nothing but the site's own files may be loaded, and nothing inline may run or style.
 * In `frame-ancestors` a `<meta>` has no say, so it is left to the server's headers.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

/** The same policy for a server that can send headers. */
export const CONTENT_SECURITY_POLICY = `${POLICY}; frame-ancestors 'none'`;

/** The content of a page's `<head>`. */
export function headHtml(page: PageHead, shared: SiteShared, href: Href): string {
  const isHome = page.page === shared.pages.home;
  const title = isHome ? shared.title : `${page.title} – ${shared.title}`;
  const lines = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    ...named('description', page.description),
    ...(page.hidden ? ['<meta name="robots" content="noindex">'] : []),
    '<meta name="color-scheme" content="light dark">',
    ...canonical(page, shared),
    ...openGraph(page, shared),
    `<link rel="icon" href="${escapeHtml(href(shared.assets.icon))}" type="image/svg+xml">`,
    `<link rel="stylesheet" href="${escapeHtml(href(shared.assets.style))}">`,
    ...scripts(page, shared).map((script) => `<script src="${escapeHtml(href(script))}" defer></script>`),
    ...(shared.pages.feed === undefined
      ? []
      : [`<link rel="alternate" type="application/atom+xml" title="What changed" href="${escapeHtml(href(shared.pages.feed))}">`]),
    ...(page.data ?? []).map(jsonLd),
  ];
  return lines.join('\n');
}

/** Search is there from the start where it is what a page is for; elsewhere it is read when somebody wants to search. */
function scripts({ page }: PageHead, { assets, pages }: SiteShared): string[] {
  return page === pages.search ? [assets.script, assets.search] : [assets.script];
}

function canonical(page: PageHead, shared: SiteShared): string[] {
  const address = webAddressOf(page.page, shared);
  return address === undefined ? [] : [`<link rel="canonical" href="${escapeHtml(address)}">`];
}

/** The Open Graph protocol, ogp.me. */
function openGraph(page: PageHead, shared: SiteShared): string[] {
  const address = webAddressOf(page.page, shared);
  const properties: [string, string | undefined][] = [
    ['og:title', page.title],
    ['og:type', page.type ?? 'website'],
    ['og:site_name', shared.title],
    ['og:locale', (page.lang ?? shared.lang).replace('-', '_')],
    ['og:description', page.description],
    ['og:url', address],
    ...(page.type === 'article' ? [['article:modified_time', page.modified] as [string, string | undefined]] : []),
  ];
  return properties.flatMap(([name, content]) =>
    content === undefined ? [] : [`<meta property="${name}" content="${escapeHtml(content)}">`],
  );
}

function named(name: string, content: string | undefined): string[] {
  return content === undefined ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`];
}

/** JSON-LD stands in a script element as data: no text of a document may end that element. */
function jsonLd(data: object): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}
