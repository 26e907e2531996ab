import { webAddressOf } from '../href.js';
import type { DocumentPage, NavigationItem, SiteShared } from '../types.js';

/** What machines can read about a document's page: a LearningResource of schema.org, and where the page stands. */
export function documentData(page: DocumentPage, breadcrumbs: readonly NavigationItem[], shared: SiteShared): object[] {
  const url = webAddressOf(page.page, shared);
  const resource = {
    '@type': 'LearningResource',
    name: page.title,
    ...(page.summary === undefined ? {} : { description: page.summary }),
    inLanguage: page.lang ?? shared.lang,
    learningResourceType: page.typeTitle,
    ...(page.status === undefined ? {} : { creativeWorkStatus: page.status }),
    isPartOf: { '@type': 'WebSite', name: shared.title, ...(shared.address === undefined ? {} : { url: shared.address }) },
    ...(page.modified === undefined ? {} : { dateModified: page.modified }),
    ...(url === undefined ? {} : { url }),
  };
  return [resource, ...breadcrumbData(breadcrumbs, page, shared)];
}

/** The way to a page as a BreadcrumbList: none for a page that has no way, or a site without an address. */
export function breadcrumbData(breadcrumbs: readonly NavigationItem[], page: NavigationItem, shared: SiteShared): object[] {
  if (breadcrumbs.length === 0 || shared.address === undefined) return [];
  const items = [...breadcrumbs, { title: page.title, page: page.page }];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: items.map((item, place) => ({
        '@type': 'ListItem',
        position: place + 1,
        name: item.title,
        item: webAddressOf(item.page, shared),
      })),
    },
  ];
}
