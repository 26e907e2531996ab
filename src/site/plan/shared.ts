import type { MarkdownParser } from '../../core/markdown/parser.js';
import { capital } from '../../core/text/words.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';

import { documentPage, termAnchor } from '../addresses.js';
import { renderCustomMarkdown } from '../body/custom-markdown.js';
import type { SiteSettings } from '../settings.js';
import type { NavigationItem, SiteShared, TermCard } from '../types.js';
import { isCopied } from './copies.js';
import type { PageIndex } from './page-index.js';
import { sourceCards } from './references.js';
import type { Sections } from './sections.js';
import type { SiteInput } from './site-input.js';

/** How many applications the navigation names; where there are more, it leads to the list of all pages. */
const NAMED_APPLICATIONS = 3;

/** Makes what all pages share. */
export function sharedOf(
  input: SiteInput,
  settings: SiteSettings,
  index: PageIndex,
  sections: Sections,
  parser: MarkdownParser,
): SiteShared {
  const { snapshot } = input;
  return {
    title: settings.title,
    lang: settings.lang,
    description: settings.description,
    disclaimer: settings.disclaimer,
    address: settings.address,
    base: settings.base,
    navigation: navigation(snapshot, index),
    footerLinks: footerLinks(input, index),
    header: publisherHtml('header', settings.header, index, parser),
    footer: publisherHtml('footer', settings.footer, index, parser),
    logo: settings.logo && isFileOnSite(settings.logo.path, index) ? settings.logo : undefined,
    assets: input.assets,
    pages: {
      home: index.own.home,
      search: index.own.search,
      feed: settings.address !== undefined && input.history !== undefined ? 'feed.xml' : undefined,
    },
    sections: sections.byId,
    sources: sourceCards(snapshot, index.own.evidence),
    terms: termCards(snapshot, index.own.glossary),
    editLink: settings.editLink,
    today: input.today,
    errors: errorsBehind(input),
  };
}

function errorsBehind({ errors = new Map(), snapshot }: SiteInput): number {
  const markdown = new Set(snapshot.markdown.map(({ path }) => path));
  return [...errors].reduce((sum, [path, count]) => sum + (markdown.has(path) ? 0 : count), 0);
}

/** The publisher's own Markdown as HTML. */
function publisherHtml(place: 'header' | 'footer', text: string | undefined, index: PageIndex, parser: MarkdownParser): string | undefined {
  if (text === undefined) return undefined;
  const pageOf = (path: string) => index.pageOf(path) ?? (isFileOnSite(path, index) ? path : undefined);
  return renderCustomMarkdown(parser.parse(text), text, place, pageOf);
}

/** Whether a file beside the documents can stand on the site. */
function isFileOnSite(path: string, { snapshot }: PageIndex): boolean {
  return snapshot.hasFile(path) && !snapshot.facts(path) && isCopied(path);
}

function navigation(snapshot: WorkspaceSnapshot, index: PageIndex): NavigationItem[] {
  const applications = snapshot.applications.filter(({ path }) => index.has(path));
  const named =
    applications.length > NAMED_APPLICATIONS
      ? []
      : applications.map(({ key, path }) => ({ title: shortName(key, snapshot), page: documentPage(path) }));
  return [
    { title: 'Map', page: index.own.map },
    ...named,
    ...(snapshot.sources.length > 0 ? [{ title: 'Evidence', page: index.own.evidence }] : []),
    ...(snapshot.glossary.terms.length > 0 ? [{ title: 'Glossary', page: index.own.glossary }] : []),
    { title: 'All pages', page: index.own.contents },
  ];
}

/** An application's key as a name: as the glossary writes it, else in words, so that `tree-care` is “Tree care”. */
function shortName(key: string, snapshot: WorkspaceSnapshot): string {
  const term = snapshot.glossary.terms.find((found) => found.term.toLowerCase() === key.toLowerCase());
  return term?.term ?? capital(key.replace(/[-_]+/g, ' '));
}

function footerLinks({ history }: SiteInput, index: PageIndex): NavigationItem[] {
  return [
    { title: 'Coverage', page: index.own.matrix },
    { title: 'Reviews', page: index.own.reviews },
    ...(history ? [{ title: 'What changed', page: index.own.changes }] : []),
    { title: 'Accessibility', page: index.own.accessibility },
  ];
}

function termCards(snapshot: WorkspaceSnapshot, glossaryPage: string): TermCard[] {
  return snapshot.glossary.terms
    .filter((term) => term.expansion !== undefined || term.meaning !== undefined)
    .map(({ term, expansion, meaning }) => ({ term, expansion, meaning, href: `${glossaryPage}#${termAnchor(term)}` }));
}
