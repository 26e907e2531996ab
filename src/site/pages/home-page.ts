import { documentPage } from '../addresses.js';
import { linkedList } from '../frame/linked-list.js';
import { hrefFrom } from '../frame/links.js';
import { HOME_DOCUMENT, leadHtml } from '../plan/leads.js';
import type { MadeFrom } from '../plan/made-from.js';
import type { SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/** The home page of a root that has no index.md of its own; that one is the home page otherwise. */
export function homePage({ index, shared, views }: MadeFrom): SiteFile | undefined {
  if (index.has(HOME_DOCUMENT)) return undefined;
  const page = index.own.home;
  const applications = index.snapshot.applications.filter(({ path }) => index.has(path));
  const items = [
    ...applications.map(({ title, path }) => ({ text: title, page: documentPage(path) })),
    { text: 'All pages', page: index.own.contents },
  ];
  const [first] = views;
  const html = `${first ? leadHtml(first, page, index) : ''}\n${linkedList(items, hrefFrom({ page }, shared))}`;
  return ownPage({ page, title: shared.title, description: shared.description, html, wide: true }, shared);
}
