import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { renderDocument } from '../../src/site/pages/document-page.js';
import type { SiteInput } from '../../src/site/plan/site-input.js';
import { planSite } from '../../src/site/plan-site.js';

/** What every site of a test has for its assets. */
export const ASSETS = {
  style: 'assets/site.css',
  script: 'assets/site.js',
  search: 'assets/search.js',
  font: 'assets/font.woff2',
  icon: 'assets/icon.svg',
};

const parser = remarkParser();

/** What a test can say about the site that it makes. */
export type SiteOptions = Partial<Omit<SiteInput, 'snapshot' | 'assets'>>;

/** Plans the site of the files of a root; the documents' pages as a list, to be looked at in any order. */
export function planOf(files: Readonly<Record<string, string>>, options: SiteOptions = {}) {
  const today = options.today ?? '2026-09-01';
  const { snapshot } = lintInMemory(files, { parser, rules: [], today });
  const plan = planSite({ ...options, snapshot, today, assets: ASSETS }, parser);
  return { ...plan, documents: [...plan.documents] };
}

/** Every text file of a site, by path. */
export function siteOf(files: Readonly<Record<string, string>>, options: SiteOptions = {}): Record<string, string> {
  const plan = planOf(files, options);
  const rendered = plan.documents.map((page) => [page.page, renderDocument(page, files[page.source] ?? '', plan.shared, parser)] as const);
  const indexed = rendered.flatMap(([, { indexed }]) => indexed ?? []);
  const made = Array.from(
    plan.made((path) => files[path], indexed),
    ({ path, content }) => [path, String(content)] as const,
  );
  return Object.fromEntries([...rendered.map(([page, { html }]) => [page, html] as const), ...made]);
}
