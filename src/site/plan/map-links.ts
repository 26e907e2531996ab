import type { Framework } from '../../core/model/framework.js';
import type { MapLink } from '../../map/types.js';
import { elementPage, frameworkPage } from '../addresses.js';
import { relativeHref } from '../href.js';
import type { PageIndex } from './page-index.js';

/**
 * Where the shapes of a map lead on the site.
 * @param page the page that shows the map
 * @param criterion the page of a criterion in the application that is shown, where it has one there
 */
export function mapLinks(
  index: PageIndex,
  framework: Framework,
  page: string,
  criterion: (key: string) => string | undefined = () => undefined,
): MapLink {
  return (target) => {
    if (target.kind === 'document') {
      const to = index.pageOf(target.path);
      return to && relativeHref(page, to, sectionAnchor(target, index));
    }
    if (target.kind === 'hub') return relativeHref(page, frameworkPage(framework.key));
    const own = target.kind === 'criterion' ? criterion(target.key) : undefined;
    return relativeHref(page, own ?? elementPage(framework.key, target.kind, target.key));
  };
}

/** The anchor of the section that a target names by its heading. */
function sectionAnchor({ path, section }: { readonly path: string; readonly section?: string }, index: PageIndex): string | undefined {
  if (section === undefined) return undefined;
  return index.snapshot.facts(path)?.headings.find((heading) => heading.text === section)?.slug;
}
