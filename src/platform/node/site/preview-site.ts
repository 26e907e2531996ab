import { createHash } from 'node:crypto';
import type { MarkdownParser } from '../../../core/markdown/parser.js';
import { FOLDER as SEARCH_FOLDER } from '../../../site/search/data.js';
import type { IndexedPage } from '../../../site/search/types.js';
import type { DocumentPage, SiteFile } from '../../../site/types.js';
import type { PlannedSite, SiteMaker } from './site-maker.js';

/** What a preview's pages are made with. */
export interface PreviewParts {
  readonly render: SiteMaker['render'];
  readonly parser: MarkdownParser;
  /** The text of a document as it is now. */
  readonly textOf: (path: string) => string | undefined;
  /** A file of the guidance folder; undefined where it is not there or lies outside. */
  readonly bytesOf: (path: string) => Uint8Array | undefined;
  /** What search knows of documents from before, by page: kept from one plan to the next. */
  readonly known: Map<string, KnownPage>;
}

/** What search knows of a page, with the digest of all that it was made from. */
export interface KnownPage {
  readonly digest: string;
  readonly indexed: IndexedPage | undefined;
}

/** A file of the preview. */
export interface PreviewFile {
  readonly content: string | Uint8Array;
  /** Whether somebody else wrote it, so that nothing in it may run. */
  readonly foreign?: true;
}

/** One plan of a site whose files are made when they are asked for. */
export class PreviewSite {
  private readonly documents: ReadonlyMap<string, DocumentPage>;
  private readonly copies: ReadonlySet<string>;
  private readonly pages: LazyFiles;
  private readonly search: LazyFiles;

  constructor(
    private readonly plan: PlannedSite,
    private readonly parts: PreviewParts,
  ) {
    this.documents = new Map(Array.from(plan.documents, (page) => [page.page, page] as const));
    this.copies = new Set(plan.copies);
    // Twice, so that nobody waits for the search index who asks for a page.
    this.pages = new LazyFiles(() => plan.made(parts.textOf, []));
    this.search = new LazyFiles(() => plan.made(parts.textOf, { [Symbol.iterator]: () => this.indexed() }));
  }

  /** The document whose page has a path. */
  sourceOf(path: string): string | undefined {
    return this.documents.get(path)?.source;
  }

  /** The file at a path of the site; undefined where the plan has none. */
  file(path: string): PreviewFile | undefined {
    const page = this.documents.get(path);
    if (page) return { content: this.rendered(page).html };
    if (this.copies.has(path)) return this.copy(path);
    const files = path.startsWith(`${SEARCH_FOLDER}/`) ? this.search : this.pages;
    const content = files.get(path);
    return content === undefined ? undefined : { content };
  }

  private copy(path: string): PreviewFile | undefined {
    const content = this.parts.bytesOf(path);
    return content && { content, foreign: true };
  }

  private rendered(page: DocumentPage, text = this.parts.textOf(page.source) ?? '') {
    return this.parts.render(page, text, this.plan.shared, this.parts.parser);
  }

  private *indexed(): Generator<IndexedPage> {
    for (const page of this.documents.values()) {
      const text = this.parts.textOf(page.source) ?? '';
      const digest = digestOf(JSON.stringify(page), text);
      let known = this.parts.known.get(page.page);
      if (known?.digest !== digest) {
        known = { digest, indexed: this.rendered(page, text).indexed };
        this.parts.known.set(page.page, known);
      }
      if (known.indexed) yield known.indexed;
    }
  }
}

/** A name for texts: equal texts have equal names. */
export function digestOf(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const text of texts) hash.update(`${text.length}\n`).update(text);
  return hash.digest('base64url');
}

/** Files that are made one after the other, as far as they are asked for, and kept. */
class LazyFiles {
  private readonly made = new Map<string, SiteFile['content']>();
  private rest: Iterator<SiteFile> | undefined;

  constructor(private readonly make: () => Iterable<SiteFile>) {}

  get(path: string): SiteFile['content'] | undefined {
    this.rest ??= this.make()[Symbol.iterator]();
    while (!this.made.has(path)) {
      const next = this.rest.next();
      if (next.done) return undefined;
      this.made.set(next.value.path, next.value.content);
    }
    return this.made.get(path);
  }
}
