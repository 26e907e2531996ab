/**
 * What all pages of a site share, as plain JSON: it is sent once to every worker. A document's page is made from this,
 * its own `DocumentPage` and its text, and from nothing else; so a page has to be made again only when one of them changes.
 */
export interface SiteShared {
  readonly title: string;
  readonly lang: string;
  readonly description: string | undefined;
  /** What every page says about its standing. */
  readonly disclaimer: string | undefined;
  /** The canonical address of the site, ending in `/`; undefined where none is configured. */
  readonly address: string | undefined;
  /** Where the site stands on its host, ending in `/`: only the page that is shown at any depth (404) needs it. */
  readonly base: string;
  /** The links at the top and at the bottom of every page. */
  readonly navigation: readonly NavigationItem[];
  readonly footerLinks: readonly NavigationItem[];
  /** HTML of the publisher's own header and footer, already sanitised; `{root}` in it stands for the way to the site's root. */
  readonly header: string | undefined;
  readonly footer: string | undefined;
  readonly logo: { readonly path: string; readonly alt: string } | undefined;
  readonly assets: SiteAssets;
  /** The pages that the frame of every page leads to. */
  readonly pages: { readonly search: string; readonly home: string; readonly feed: string | undefined };
  /** The sections, by their ids. */
  readonly sections: Readonly<Record<string, Section>>;
  /** The sources that can be cited, by key. */
  readonly sources: Readonly<Record<string, SourceCard>>;
  /** The terms that are explained in the text. */
  readonly terms: readonly TermCard[];
  /** The address at which a document is edited, with `{path}` for the document's. */
  readonly editLink: string | undefined;
  readonly today: string;
  /** How many errors an export was forced in spite of that stand in no document: in the manifest, a framework, a register. */
  readonly errors: number;
}

/** A link of the site's own, from its root. */
export interface NavigationItem {
  readonly title: string;
  readonly page: string;
}

/** The paths of the site's assets from its root, with the hash of their content in the name. */
export interface SiteAssets {
  readonly style: string;
  readonly script: string;
  /** The script that answers searches. */
  readonly search: string;
  readonly font: string;
  readonly icon: string;
}

/** Pages that belong together: those of an application, or of a folder. */
export interface Section {
  readonly title: string;
  /** The page that introduces it, where there is one. */
  readonly page: string | undefined;
  /** Where all of its pages are listed, from the root of the site. */
  readonly list: string;
  /** In the order in which they are read. */
  readonly items: readonly SectionItem[];
}

/** One page of a section. */
export interface SectionItem extends NavigationItem {
  /** The number of its criterion. */
  readonly label?: string;
}

/** A source as the text cites it. */
export interface SourceCard {
  /** “Harding and others, 2019”. */
  readonly label: string;
  /** The whole reference, as plain text. */
  readonly reference: string;
  /** Its page and anchor, from the root of the site. */
  readonly href: string;
  /** The numbers of the points that it has: each has the anchor `<href>.<number>`. */
  readonly points: readonly string[];
}

/** A term as it is explained in the text. */
export interface TermCard {
  readonly term: string;
  readonly expansion: string | undefined;
  readonly meaning: string | undefined;
  /** Its place on the glossary's page, from the root of the site. */
  readonly href: string;
}

/** What lists say of the page of a document. */
export interface PageSummary {
  /** The document, from the guidance root. */
  readonly source: string;
  /** The page, from the root of the site. */
  readonly page: string;
  readonly title: string;
  readonly summary: string | undefined;
  /** The document's type. */
  readonly type: string | undefined;
  readonly status: string | undefined;
  readonly review: Review;
  /** The day of its last change, `YYYY-MM-DD`, where there is a history. */
  readonly modified: string | undefined;
}

/** The page of one document, as plain JSON: everything about it that does not stand in its own text. */
export interface DocumentPage extends PageSummary {
  /** The framework's own wording of what the document is about, where it is called by a shorter one. */
  readonly wording: string | undefined;
  readonly lang: string | undefined;
  /** What the document's type is called: “Criterion guidance”. */
  readonly typeTitle: string;
  /** The id of the section that it belongs to. */
  readonly section: string | undefined;
  /** What stands above the title: “RASSO, criterion 12”. */
  readonly caption: string | undefined;
  readonly details: readonly Detail[];
  readonly panels: readonly Panel[];
  /** HTML that stands between the title and the text: the map, on the pages that show it. */
  readonly lead: string | undefined;
  /** Where wiki links of the text lead, by how they are written. */
  readonly wikiLinks: Readonly<Record<string, WikiHref>>;
  /** Where links lead that do not lead to the page of their own path; null for what is not on the site. */
  readonly targets: Readonly<Record<string, string | null>>;
  /** How many errors an export was forced in spite of. */
  readonly errors: number;
  /** Why the document's fields could not be read, in words; undefined where they could. */
  readonly unreadable: string | undefined;
  /** The address that “exit this page” goes to. */
  readonly exit: string | undefined;
}

/** Pages of documents, to be gone through as often as need be: they may be made on the way. */
export interface DocumentPages extends Iterable<DocumentPage> {
  readonly length: number;
}

/** One line of what is said about a document: “Audience: Executive teams”. */
export interface Detail {
  readonly term: string;
  readonly values: readonly LinkedText[];
}

/** Text, with the page that it leads to if there is one, and what is said of it. */
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
  /** The time between reviews, as written: “1 year”. */
  readonly every: string | undefined;
}

/** A list below a document's text: related criteria, what refers to it, its gaps. */
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

/** One file of a site. */
export interface SiteFile {
  /** From the root of the site, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}
