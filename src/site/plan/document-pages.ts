import { reviewDue } from '../../core/coverage/coverage.js';
import type { DocumentFacts } from '../../core/facts/types.js';
import { applicationOf, criterionOf, fieldText, isWithdrawn } from '../../core/workspace/document.js';
import { wikiHeading, wikiTarget } from '../../core/workspace/wiki-target.js';
import { documentPage, elementPage } from '../addresses.js';
import { webAddress } from '../settings.js';
import type { DocumentPage, DocumentPages, PageSummary, Review, SiteShared, WikiHref } from '../types.js';
import { isCopied } from './copies.js';
import { detailsOf } from './details.js';
import type { PageIndex } from './page-index.js';
import { pageTitle, wordingOf } from './page-title.js';
import { panelsOf } from './panels.js';
import type { Sections } from './sections.js';
import type { SiteInput } from './site-input.js';

/** What every document's page is made with. */
export interface DocumentPageInput {
  readonly input: SiteInput;
  readonly index: PageIndex;
  readonly sections: Sections;
  readonly sources: SiteShared['sources'];
  readonly backlinks: ReadonlyMap<string, readonly DocumentFacts[]>;
  /** HTML for the pages that show a map, by the path of the document. */
  readonly leads: ReadonlyMap<string, string>;
}

/**
 * The pages of all documents, each made when it is come to: what stands on them repeats much of the facts, and all of it
 * at once would be a good part of what a large export holds in memory.
 */
export function documentPages(about: DocumentPageInput): DocumentPages {
  const { documents } = about.index;
  return {
    length: documents.length,
    *[Symbol.iterator]() {
      for (const facts of documents) yield documentPageOf(facts, about);
    },
  };
}

/** What lists say of the page of one document. */
export function pageSummaryOf(facts: DocumentFacts, { input, index }: Pick<DocumentPageInput, 'input' | 'index'>): PageSummary {
  return {
    source: facts.path,
    page: index.pageOf(facts.path) ?? documentPage(facts.path),
    title: pageTitle(facts, index.snapshot),
    summary: fieldText(facts, 'summary'),
    type: facts.type,
    status: isWithdrawn(facts) ? 'withdrawn' : fieldText(facts, 'status'),
    review: reviewOf(facts, input.today),
    modified: input.history?.lastModified[facts.path],
  };
}

/** Makes the page of one document: everything but its text. */
export function documentPageOf(facts: DocumentFacts, about: DocumentPageInput): DocumentPage {
  const { input, index, sections } = about;
  return {
    ...pageSummaryOf(facts, about),
    wording: wordingOf(facts, index.snapshot),
    lang: fieldText(facts, 'lang'),
    typeTitle: typeTitle(facts, index),
    section: sections.idOf.get(facts.path),
    caption: captionOf(facts, index),
    details: detailsOf(facts, index),
    panels: panelsOf(facts, index, about.sources, about.backlinks.get(facts.path) ?? []),
    lead: about.leads.get(facts.path),
    wikiLinks: wikiLinksOf(facts, index),
    targets: unusualTargets(facts, index),
    errors: input.errors?.get(facts.path) ?? 0,
    unreadable: unreadableFields(facts),
    exit: exitOf(facts, index),
  };
}

function typeTitle(facts: DocumentFacts, index: PageIndex): string {
  return index.snapshot.types.get(facts.type ?? '')?.schema.title ?? 'Page';
}

/** “Criterion 12”, above the title of guidance on it. */
function captionOf(facts: DocumentFacts, index: PageIndex): string | undefined {
  const name = criterionOf(facts);
  const found = name === undefined ? undefined : index.elementNamed(index.snapshot.frameworkOf(facts), ['criterion'], name);
  return found?.element.number === undefined ? undefined : `Criterion ${found.element.number}`;
}

/** When a document was and will be reviewed. */
export function reviewOf(facts: DocumentFacts, today: string): Review {
  const due = reviewDue(facts);
  return {
    last: fieldText(facts, 'last_reviewed_on'),
    due,
    overdue: due !== undefined && due < today,
    owner: fieldText(facts, 'owner'),
    every: fieldText(facts, 'review_in'),
  };
}

function wikiLinksOf(facts: DocumentFacts, index: PageIndex): Record<string, WikiHref> {
  const links: Record<string, WikiHref> = {};
  for (const reference of facts.references) {
    if (reference.via !== 'wiki-link') continue;
    const written = reference.heading === undefined ? reference.target : `${reference.target}#${reference.heading}`;
    const found = wikiHref(facts, reference.target, reference.heading, index);
    if (found) links[written] = found;
  }
  return links;
}

function wikiHref(from: DocumentFacts, name: string, heading: string | undefined, index: PageIndex): WikiHref | undefined {
  const target = wikiTarget(name, from, index.snapshot);
  if (target.kind === 'element') {
    const framework = index.snapshot.frameworkOf(from);
    const { kind, key, title } = target.element;
    return framework && { page: elementPage(framework.key, kind, key), title };
  }
  const page = target.kind === 'document' ? index.pageOf(target.facts.path) : undefined;
  if (target.kind !== 'document' || page === undefined) return undefined;
  const found = heading === undefined ? undefined : wikiHeading(heading, target.facts);
  return { page, title: pageTitle(target.facts, index.snapshot), ...(found ? { fragment: found.slug } : {}) };
}

/**
 * Where links lead that do not lead to the page of their own path: to a folder, or to what is not on the site.
 * These are few, so that a page needs to know nothing about all the others.
 */
function unusualTargets(facts: DocumentFacts, index: PageIndex): Record<string, string | null> {
  const found: Record<string, string | null> = {};
  for (const reference of facts.references) {
    if ((reference.via !== 'link' && reference.via !== 'image') || reference.path === undefined) continue;
    const { path } = reference;
    if (index.has(path)) continue;
    const folderIndex = index.pageOf(path === '' ? 'index.md' : `${path}/index.md`);
    if (folderIndex !== undefined) found[path] = folderIndex;
    else if (index.snapshot.facts(path) || !index.snapshot.hasFile(path) || !isCopied(path)) found[path] = null;
  }
  return found;
}

function unreadableFields(facts: DocumentFacts): string | undefined {
  if (facts.fields.state !== 'malformed') return undefined;
  return 'The front matter of this document could not be read, so what it says about itself is missing here.';
}

function exitOf(facts: DocumentFacts, { snapshot }: PageIndex): string | undefined {
  const key = applicationOf(facts);
  const application = key === undefined ? undefined : snapshot.application(key);
  const document = application && snapshot.facts(application.path);
  return document && webAddress(fieldText(document, 'exit_page'));
}
