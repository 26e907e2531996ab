import type { MarkdownParser } from '../../../core/markdown/parser.js';
import type { DocumentPage, SiteShared } from '../../../site/types.js';
import { FileWriter } from './file-writer.js';
import { documentReader } from './read-document.js';

/** Makes the page of one document; `indexed` is what search knows of it, as plain data. */
export type RenderDocument<I> = (
  page: DocumentPage,
  text: string,
  shared: SiteShared,
  parser: MarkdownParser,
) => { readonly html: string; readonly indexed: I };

/** What the pages of documents are made from and where they go: plain data, which every worker is given. */
export interface RenderSettings {
  /** The guidance folder, absolute. */
  readonly root: string;
  /** The folder of the new site, absolute. */
  readonly folder: string;
  readonly shared: SiteShared;
}

/** Reads documents, makes their pages and writes them. */
export class PageRenderer<I> {
  private readonly writer: FileWriter;
  private readonly read: ReturnType<typeof documentReader>;

  constructor(
    private readonly settings: RenderSettings,
    private readonly render: RenderDocument<I>,
    private readonly parser: MarkdownParser,
  ) {
    this.writer = new FileWriter(settings.folder);
    this.read = documentReader(settings.root);
  }

  /** Makes and writes pages; gives what search knows of them and the documents that could not be read. */
  write(pages: readonly DocumentPage[]): RenderedChunk<I> {
    const before = this.writer.bytes;
    const unreadable: string[] = [];
    const indexed = pages.map((page) => {
      const file = this.read(page.source);
      // A page without text still says what is known of its document.
      if ('unreadable' in file) unreadable.push(page.source);
      const made = this.render(page, 'source' in file ? file.source.text : '', this.settings.shared, this.parser);
      this.writer.write({ path: page.page, content: made.html });
      return made.indexed;
    });
    return { indexed, unreadable, bytes: this.writer.bytes - before };
  }
}

/** Some pages that have been made and written. */
export interface RenderedChunk<I> {
  readonly indexed: readonly I[];
  /** The documents that gave no text. */
  readonly unreadable: readonly string[];
  /** The size of the pages. */
  readonly bytes: number;
}
