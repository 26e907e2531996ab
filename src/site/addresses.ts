import type { ElementKind } from '../core/model/framework.js';

/** The folder in which the pages of each kind of element stand. */
const FOLDERS: Readonly<Record<ElementKind, string>> = {
  criterion: 'criteria',
  domain: 'domains',
  knowledge_domain: 'knowledge-domains',
  attribute: 'attributes',
  audience: 'audiences',
  practice: 'practices',
};

/** The page of a document: `rasso/buy-in.md` becomes `rasso/buy-in.html`. */
export function documentPage(path: string): string {
  return path.replace(/\.(?:md|markdown)$/i, '.html');
}

/** The page that gathers what serves an element of a framework. */
export function elementPage(framework: string, kind: ElementKind, key: string): string {
  return `framework/${segment(framework)}/${FOLDERS[kind]}/${segment(key)}.html`;
}

/** The page that introduces a framework. */
export function frameworkPage(framework: string): string {
  return `framework/${segment(framework)}/index.html`;
}

/** The page that has all of an application on it. */
export function printPage(application: string): string {
  return `print/${segment(application)}.html`;
}

/** The anchor of a source on the register's page; a point's is the same with `.` and its number. */
export function sourceAnchor(id: string): string {
  return `source-${anchorPart(id)}`;
}

/** The anchor of a term on the glossary's page. */
export function termAnchor(term: string): string {
  return `term-${anchorPart(term)}`;
}

/** A key as part of an anchor: two keys never give one, and none holds a full stop. */
function anchorPart(key: string): string {
  return key.replace(/[^\p{L}\p{N}-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}

/** A key as one segment of an address: keys come from files that may be wrong, and must not lead anywhere else. */
export function segment(key: string): string {
  return key.replace(/[^\p{L}\p{N}_-]+/gu, '-') || '-';
}

/** The pages that the toolkit makes by itself; one whose place a document has taken moves aside. */
export const OWN_PAGES = {
  home: 'index.html',
  map: 'map.html',
  matrix: 'matrix.html',
  evidence: 'evidence.html',
  glossary: 'glossary.html',
  reviews: 'reviews.html',
  changes: 'changes.html',
  contents: 'contents.html',
  accessibility: 'accessibility.html',
  search: 'search.html',
  notFound: '404.html',
} as const;

/** The names of the pages that the toolkit makes. */
export type OwnPage = keyof typeof OWN_PAGES;

/** Where each of the toolkit's own pages stands, given the pages that documents have. */
export function ownPages(taken: ReadonlySet<string>): Record<OwnPage, string> {
  const entries = Object.entries(OWN_PAGES) as [OwnPage, string][];
  return Object.fromEntries(entries.map(([name, page]) => [name, name !== 'home' && taken.has(page) ? `site-${page}` : page])) as Record<
    OwnPage,
    string
  >;
}
