import { type ElementKind, elementsOf } from '../core/model/framework.js';
import { atomFeed } from './feeds/atom.js';
import { indexJson } from './feeds/index-json.js';
import { redirects } from './feeds/redirects.js';
import { robots, sitemap } from './feeds/sitemap.js';
import { accessibilityPage } from './pages/accessibility-page.js';
import { changesPage } from './pages/changes-page.js';
import { contentsPage } from './pages/contents-page.js';
import { elementPageOf } from './pages/element-page.js';
import { evidencePage } from './pages/evidence-page.js';
import { frameworkPageOf } from './pages/framework-page.js';
import { glossaryPage } from './pages/glossary-page.js';
import { homePage } from './pages/home-page.js';
import { mapPage } from './pages/map-page.js';
import { matrixPage } from './pages/matrix-page.js';
import { applicationPrintPage, printPages, type TextOf } from './pages/print-page.js';
import { reviewsPage } from './pages/reviews-page.js';
import { notFoundPage, searchPage } from './pages/small-pages.js';
import type { MadeFrom } from './plan/made-from.js';
import { ownEntries } from './plan/own-entries.js';
import { indexPage, moveTexts } from './search/index-page.js';
import { mergeIndex } from './search/merge-index.js';
import type { IndexedPage, Synonym } from './search/types.js';
import type { SiteFile } from './types.js';

export type { TextOf };

const KINDS: readonly ElementKind[] = ['domain', 'knowledge_domain', 'attribute', 'criterion', 'audience', 'practice'];

/** Every file of a site that is no document's page, one at a time. Where a document or its files have a place already, it is theirs. */
export function* madeFiles(from: MadeFrom, textOf: TextOf, indexed: Iterable<IndexedPage>): Generator<SiteFile> {
  const taken = new Set([...from.documents.map(({ page }) => page), ...from.copies]);
  const written: string[] = [];
  for (const file of untaken(ownPages(from, textOf), taken)) {
    written.push(file.path);
    yield file;
  }
  const hidden = new Set([from.index.own.search, from.index.own.notFound, ...printPages(from).map(({ page }) => page)]);
  const listed = written.filter((page) => !hidden.has(page));
  yield* redirects(from.index, taken, from.shared);
  yield* untaken([...sitemap(from.documents, listed, from.shared), robots(from.shared), ...atomFeed(from), indexJson(from)], taken);
  const own = moveTexts(ownEntries(from).map(indexPage));
  yield* own.files;
  yield* mergeIndex(both(indexed, own.pages), { synonyms: synonymsOf(from) });
}

/** Files whose places are free, and takes these: of two elements with one key, which an export can be forced in spite of, the first has the page. */
function* untaken(files: Iterable<SiteFile>, taken: Set<string>): Generator<SiteFile> {
  for (const file of files) {
    if (taken.has(file.path)) continue;
    taken.add(file.path);
    yield file;
  }
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
  for (const framework of from.index.snapshot.frameworks) {
    yield frameworkPageOf(framework, from);
    for (const kind of KINDS) for (const element of elementsOf(framework, kind)) yield elementPageOf(element, framework, from);
  }
}

/** Acronyms with what they stand for: a search for one finds the other. */
function synonymsOf({ index }: MadeFrom): Synonym[] {
  return index.snapshot.glossary.terms.flatMap(({ term, expansion }) => (expansion === undefined ? [] : [{ term, expansion }]));
}
