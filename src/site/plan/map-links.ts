import type { Framework } from '../../core/model/framework.js';
import type { DestinationMapView, MapLink, MapTarget } from '../../map/types.js';
import { elementPage, frameworkPage } from '../addresses.js';
import { relativeHref } from '../href.js';
import type { PageIndex } from './page-index.js';

/**
 * Where the shapes of a map lead on the site: to documents that are on it, and to the pages of elements.
 * @param page the page that shows the map
 */
export function elementLinks(framework: Pick<Framework, 'key'>, index: PageIndex, page: string): MapLink {
  return (target) => {
    if (target.kind === 'document') {
      const to = index.pageOf(target.path);
      return to && relativeHref(page, to, sectionAnchor(target, index));
    }
    if (target.kind === 'hub') return relativeHref(page, frameworkPage(framework.key));
    return relativeHref(page, elementPage(framework.key, target.kind, target.key));
  };
}

/** The same for the map of one application: its criteria lead to its own guidance on them, where there is some. */
export function viewLinks(view: DestinationMapView, index: PageIndex, page: string): MapLink {
  const elements = elementLinks(view.framework, index, page);
  const own = new Map(view.criteria.map(({ key, path }) => [key, path]));
  return (target: MapTarget) => {
    const path = target.kind === 'criterion' ? own.get(target.key) : undefined;
    const to = path === undefined ? undefined : index.pageOf(path);
    return to === undefined ? elements(target) : relativeHref(page, to);
  };
}

/** The anchor of the section that a target names by its heading. */
function sectionAnchor({ path, section }: { readonly path: string; readonly section?: string }, index: PageIndex): string | undefined {
  if (section === undefined) return undefined;
  return index.snapshot.facts(path)?.headings.find((heading) => heading.text === section)?.slug;
}
