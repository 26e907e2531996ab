import type { MarkdownParser } from '../core/markdown/parser.js';
import { fieldText } from '../core/workspace/document.js';
import { pathsInCustomMarkdown } from './body/custom-markdown.js';
import { madeFiles, type TextOf } from './made-files.js';
import { backlinksOf } from './plan/backlinks.js';
import { copiesOf } from './plan/copies.js';
import { documentPageOf, documentPages, pageSummaryOf } from './plan/document-pages.js';
import { elementUses } from './plan/element-uses.js';
import { mapLeads } from './plan/leads.js';
import type { MadeFrom } from './plan/made-from.js';
import { canHavePage, PageIndex } from './plan/page-index.js';
import { sectionsOf } from './plan/sections.js';
import { sharedOf } from './plan/shared.js';
import type { SiteInput } from './plan/site-input.js';
import { siteViews } from './plan/site-views.js';
import type { IndexedPage } from './search/types.js';
import { type SiteSettings, siteSettings } from './settings.js';
import { isReadableAccent } from './theme.js';
import type { DocumentPages, SiteFile, SiteShared } from './types.js';

/** A site before its pages are written. */
export interface SitePlan {
  /** What all pages share. */
  readonly shared: SiteShared;
  /** The documents' pages: `renderDocument` makes each of them, in any thread. */
  readonly documents: DocumentPages;
  /** Files of the guidance root that pages show or lead to: they stand on the site under the same path. */
  readonly copies: readonly string[];
  /** What the publisher has to know, in words. */
  readonly problems: readonly string[];
  /**
   * All other files of the site, one at a time: the toolkit's own pages, redirects, feeds and the search index.
   * @param textOf gives the texts of documents, for the pages that hold several of them
   * @param indexed what search keeps of the documents' pages; asked for once, at the end
   */
  made(textOf: TextOf, indexed: Iterable<IndexedPage>): Iterable<SiteFile>;
}

/** Plans a site: a pure function of its input, and quick beside the rendering of its pages. */
export function planSite(input: SiteInput, parser: MarkdownParser): SitePlan {
  const { snapshot } = input;
  const settings = siteSettings(snapshot, input.overrides);
  const index = new PageIndex(snapshot, input.drafts === true);
  const sections = sectionsOf(index);
  const shared = sharedOf(input, settings, index, sections, parser);
  const views = siteViews(index, input.today);
  const leads = mapLeads(index, views);
  const about = { input, index, sections, sources: shared.sources, backlinks: backlinksOf(index), leads };
  const copies = copiesOf(index, filesNamed(settings, parser));
  // Not needed before the documents' pages are made.
  const madeFrom = once(
    (): MadeFrom => ({
      input,
      settings,
      index,
      shared,
      copies: copies.paths,
      views,
      parser,
      documents: index.documents.map((facts) => pageSummaryOf(facts, about)),
      pageOf: (facts) => documentPageOf(facts, about),
      uses: elementUses(index),
    }),
  );
  return {
    shared,
    documents: documentPages(about),
    copies: copies.paths,
    problems: [...problemsOf(index), ...settingsProblems(settings, index, parser), ...copies.problems, ...accentProblem(settings.accent)],
    made: (textOf, indexed) => madeFiles(madeFrom(), textOf, indexed),
  };
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The paths that the settings of a site name. */
function filesNamed({ logo, header, footer }: SiteSettings, parser: MarkdownParser): string[] {
  const parts = [header, footer].flatMap((text) => (text === undefined ? [] : pathsInCustomMarkdown(parser.parse(text))));
  return logo === undefined ? parts : [logo.path, ...parts];
}

/** What the settings of a site name that is not on it. */
function settingsProblems(settings: SiteSettings, index: PageIndex, parser: MarkdownParser): string[] {
  const isThere = (path: string) => index.has(path) || (index.snapshot.hasFile(path) && !index.snapshot.facts(path));
  const missing = filesNamed(settings, parser).filter((path) => !isThere(path));
  return [...new Set(missing)].map((path) => `“site” in guidance.yml leads to “${path}”, which is not on the site.`);
}

function accentProblem(accent: string | undefined): string[] {
  if (accent === undefined || isReadableAccent(accent)) return [];
  return [`The accent ${accent} cannot be read on the page and is not used; choose a darker one.`];
}

function problemsOf(index: PageIndex): string[] {
  const { snapshot } = index;
  const left = snapshot.markdown.filter((facts) => fieldText(facts, 'status') === 'draft' && index.keepsOff(facts.path)).length;
  const drafts = left === 0 ? [] : [`${left} ${left === 1 ? 'draft is' : 'drafts are'} not on the site; --drafts puts them there.`];
  const unnameable = snapshot.markdown.filter(({ path }) => !canHavePage(path));
  const unreadable = snapshot.markdown.filter((facts) => facts.fields.state === 'unreadable');
  return [
    ...drafts,
    ...unnameable.map(({ path }) => `“${path}” is not on the site: rename it without “\\”, which some systems take for a folder.`),
    ...unreadable.map(({ path }) => `“${path}” could not be read and is not on the site.`),
    ...index.crowdedOut.map(([path, by]) => `“${path}” is not on the site: the page of “${by}” has its place. Rename one of them.`),
  ];
}
