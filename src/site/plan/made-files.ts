import { type ElementKind, elementsOf } from '../../core/model/framework.js';
import { atomFeed } from '../feeds/atom.js';
import { indexJson } from '../feeds/index-json.js';
import { redirects } from '../feeds/redirects.js';
import { robots, sitemap } from '../feeds/sitemap.js';
import { accessibilityPage } from '../pages/accessibility-page.js';
import { changesPage } from '../pages/changes-page.js';
import { contentsPage } from '../pages/contents-page.js';
import { elementPageOf } from '../pages/element-page.js';
import { evidencePage } from '../pages/evidence-page.js';
import { frameworkPageOf } from '../pages/framework-page.js';
import { glossaryPage } from '../pages/glossary-page.js';
import { homePage } from '../pages/home-page.js';
import type { MadeFrom } from '../pages/made-page.js';
import { mapPage } from '../pages/map-page.js';
import { matrixPage } from '../pages/matrix-page.js';
import { applicationPrintPage, printPages, type TextOf } from '../pages/print-page.js';
import { reviewsPage } from '../pages/reviews-page.js';
import { notFoundPage, searchPage } from '../pages/small-pages.js';
import { indexPage, moveTexts } from '../search/index-page.js';
import { mergeIndex } from '../search/merge-index.js';
import { ownEntries } from '../search/own-entries.js';
import type { IndexedPage, Synonym } from '../search/types.js';
import type { SiteFile } from '../types.js';

export type { TextOf };

const KINDS: readonly ElementKind[] = ['domain', 'knowledge_domain', 'attribute', 'criterion', 'audience', 'practice'];

/** Every file of a site that is no document's page, one at a time. */
export function* madeFiles(from: MadeFrom, textOf: TextOf, indexed: Iterable<IndexedPage>): Generator<SiteFile> {
  const written: string[] = [];
  for (const file of ownPages(from, textOf)) {
    written.push(file.path);
    yield file;
  }
  const hidden = new Set([from.index.own.search, from.index.own.notFound, ...printPages(from).map(({ page }) => page)]);
  const taken = new Set([...written, ...from.documents.map(({ page }) => page)]);
  yield* redirects(from.index, taken, from.shared);
  yield* sitemap(
    from.documents,
    written.filter((page) => !hidden.has(page)),
    from.shared,
  );
  yield robots(from.shared);
  yield* atomFeed(from);
  yield indexJson(from);
  const own = moveTexts(ownEntries(from).map(indexPage));
  yield* own.files;
  yield* mergeIndex(both(indexed, own.pages), { synonyms: synonymsOf(from) });
}

/** One after the other, without holding them all: at ten thousand documents that matters. */
function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

function* ownPages(from: MadeFrom, textOf: TextOf): Generator<SiteFile> {
  const home = homePage(from);
  if (home) yield home;
  yield mapPage(from);
  yield matrixPage(from);
  yield* frameworkPages(from);
  yield evidencePage(from);
  yield glossaryPage(from);
  yield reviewsPage(from);
  const changes = changesPage(from);
  if (changes) yield changes;
  yield contentsPage(from);
  yield accessibilityPage(from);
  yield searchPage(from);
  yield notFoundPage(from);
  for (const { application } of printPages(from)) yield applicationPrintPage(application, from, textOf);
}

function* frameworkPages(from: MadeFrom): Generator<SiteFile> {
  const seen = new Set<string>();
  for (const framework of from.index.snapshot.frameworks) {
    const pages = [
      () => frameworkPageOf(framework, from),
      ...KINDS.flatMap((kind) => elementsOf(framework, kind)).map((element) => () => elementPageOf(element, framework, from)),
    ];
    for (const make of pages) {
      const file = make();
      // Two elements with one key are an error that an export can be forced in spite of: the first has the page.
      if (!seen.has(file.path)) yield file;
      seen.add(file.path);
    }
  }
}

/** Acronyms with what they stand for: a search for one finds the other. */
function synonymsOf({ index }: MadeFrom): Synonym[] {
  return index.snapshot.glossary.terms.flatMap(({ term, expansion }) => (expansion === undefined ? [] : [{ term, expansion }]));
}
