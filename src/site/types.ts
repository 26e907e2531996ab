import type { FoundContents } from './body/types.js';

/**
 * What all pages of a site share, as plain JSON: it is sent once to every worker. A document's page is made from this,
 * its own `DocumentPage` and its text, and from nothing else.
 */
export interface SiteShared {
  readonly title: string;
  readonly lang: string;
  readonly description: string | undefined;
  /** What every page says about its standing. */
  readonly disclaimer: string | undefined;
  /** The canonical address of the site, ending in `/`; undefined where none is configured. */
  readonly address: string | undefined;
  /** Where the site stands on its host, ending in `/`: only pages that are shown at any depth (404) need it. */
  readonly base: string;
  /** The links at the top of every page. */
  readonly navigation: readonly NavigationItem[];
  readonly footerLinks: readonly NavigationItem[];
  /** HTML of the custom header and footer, already sanitised; addresses in it are `{root}` and what follows. */
  readonly header: string | undefined;
  readonly footer: string | undefined;
  readonly logo: { readonly path: string; readonly alt: string } | undefined;
  readonly assets: SiteAssets;
  /** The sources that can be cited, by key. */
  readonly sources: Readonly<Record<string, SourceCard>>;
  /** The terms that are explained in the text. */
  readonly terms: readonly TermCard[];
  /** Titles of audiences and the like by `kind key`. */
  readonly editLink: string | undefined;
  readonly today: string;
}

/** A link of the site's own, from its root. */
export interface NavigationItem {
  readonly title: string;
  readonly page: string;
}

/** The paths of the site's assets from its root, with the hash of their content in the name. */
export interface SiteAssets {
  readonly style: string;
  readonly printStyle?: string;
  readonly script: string;
  readonly font: string;
  readonly icon: string;
}

/** A source as the text cites it. */
export interface SourceCard {
  /** “Harding and others (2019)”. */
  readonly label: string;
  /** The whole reference, as plain text. */
  readonly reference: string;
  /** Its page and anchor, from the root of the site. */
  readonly href: string;
  /** The numbers of the points that it has, for citations of ranges. */
  readonly points: readonly string[];
}

/** A term as it is explained in the text. */
export interface TermCard {
  readonly term: string;
  readonly expansion: string | undefined;
  readonly meaning: string | undefined;
  /** Its anchor on the glossary's page, from the root of the site. */
  readonly href: string;
}

/** The page of one document, as plain JSON: everything about it that does not stand in its own text. */
export interface DocumentPage {
  /** The document, from the guidance root. */
  readonly source: string;
  /** The page, from the root of the site. */
  readonly page: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly lang: string | undefined;
  readonly type: string;
  /** What the type is called: “Criterion guidance”. */
  readonly typeTitle: string;
  readonly status: string | undefined;
  readonly breadcrumbs: readonly NavigationItem[];
  readonly section: readonly SectionItem[];
  /** What the section's navigation is called. */
  readonly sectionTitle: string | undefined;
  readonly previous: NavigationItem | undefined;
  readonly next: NavigationItem | undefined;
  readonly details: readonly Detail[];
  readonly review: Review;
  readonly panels: readonly Panel[];
  /** Where wiki links of the text lead, by how they are written. */
  readonly wikiLinks: Readonly<Record<string, WikiHref>>;
  /** Paths of linked files that have no page here: drafts that are left out, and what is not there. */
  readonly absent: readonly string[];
  /** Errors that an export was forced in spite of. */
  readonly errors: number;
  /** The address of “exit this page”. */
  readonly exit: string | undefined;
  readonly modified: string | undefined;
}

/** One link of a section's navigation. */
export interface SectionItem extends NavigationItem {
  readonly label: string | undefined;
  readonly depth: number;
}

/** One line of what is said about a document: “Owner: Head of L&D”. */
export interface Detail {
  readonly term: string;
  readonly values: readonly LinkedText[];
}

/** Text, with the page that it leads to if there is one. */
export interface LinkedText {
  readonly text: string;
  readonly page?: string;
  readonly note?: string;
}

/** When a document was and will be reviewed. */
export interface Review {
  readonly last: string | undefined;
  readonly due: string | undefined;
  readonly overdue: boolean;
  readonly owner: string | undefined;
  readonly every: string | undefined;
}

/** A list of links below a document's text: related criteria, what refers to it, its gaps. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly items: readonly LinkedText[];
}

/** Where a wiki link leads. */
export interface WikiHref {
  readonly page: string;
  readonly fragment?: string;
  readonly title: string;
}

/** What a page's text holds, for its contents and for search. */
export type { FoundContents };

/** One file of a site. */
export interface SiteFile {
  /** From the root of the site, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}
