import { escapeHtml } from '../../core/text/escape-html.js';
import { webAddressOf } from '../href.js';
import type { PageSummary, SiteFile, SiteShared } from '../types.js';

/** The pages of the site for search engines (sitemaps.org); none where the site has no address. */
export function sitemap(documents: readonly PageSummary[], others: readonly string[], shared: SiteShared): SiteFile[] {
  if (shared.address === undefined) return [];
  const listed = documents.filter(({ status }) => status !== 'withdrawn');
  const urls = [
    ...listed.map(({ page, modified }) => urlXml(page, modified, shared)),
    ...others.map((page) => urlXml(page, undefined, shared)),
  ];
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
  return [{ path: 'sitemap.xml', content }];
}

function urlXml(page: string, modified: string | undefined, shared: SiteShared): string {
  const date = modified === undefined ? '' : `<lastmod>${escapeHtml(modified)}</lastmod>`;
  return `<url><loc>${escapeHtml(webAddressOf(page, shared) ?? '')}</loc>${date}</url>`;
}

/** What robots may read: everything. It says where the sitemap is, if there is one. */
export function robots(shared: SiteShared): SiteFile {
  const map = shared.address === undefined ? '' : `\nSitemap: ${shared.address}sitemap.xml\n`;
  return { path: 'robots.txt', content: `User-agent: *\nAllow: /\n${map}` };
}
