import type { MarkdownParser } from '../../../core/markdown/parser.js';
import { moveTexts } from '../../../site/search/index-page.js';
import type { IndexedPage } from '../../../site/search/types.js';
import type { DocumentPage, SiteShared } from '../../../site/types.js';
import { FileWriter } from './file-writer.js';
import { documentReader } from './read-document.js';

/** Makes the page of one document; `indexed` is what search knows of it, undefined where it is not to be found. */
export type RenderDocument = (
  page: DocumentPage,
  text: string,
  shared: SiteShared,
  parser: MarkdownParser,
) => { readonly html: string; readonly indexed: IndexedPage | undefined };

/** What the pages of documents are made from and where they go: plain data, which every worker is given. */
export interface RenderSettings {
  /** The guidance folder, absolute. */
  readonly root: string;
  /** The folder of the new site, absolute. */
  readonly folder: string;
  readonly shared: SiteShared;
}

/** Some pages that have been made and written. */
export interface RenderedChunk {
  /** What search knows of them; their texts have been written as files of their own. */
  readonly indexed: readonly IndexedPage[];
  /** The documents that gave no text. */
  readonly unreadable: readonly string[];
  /** How many files were written, and their size. */
  readonly files: number;
  readonly bytes: number;
}

/** Reads documents, makes their pages and writes them. */
export class PageRenderer {
  private readonly writer: FileWriter;
  private readonly read: ReturnType<typeof documentReader>;

  constructor(
    private readonly settings: RenderSettings,
    private readonly render: RenderDocument,
    private readonly parser: MarkdownParser,
  ) {
    this.writer = new FileWriter(settings.folder);
    this.read = documentReader(settings.root);
  }

  /**
   * Makes and writes the pages of a chunk, with the texts that search shows of them.
   * @param again whether a thread that came to nothing may have left some of the files, even half of one
   */
  write(pages: readonly DocumentPage[], again = false): RenderedChunk {
    const { files, bytes } = this.writer;
    const unreadable: string[] = [];
    const indexed = pages.flatMap((page) => {
      const file = this.read(page.source);
      // A page without text still says what is known of its document.
      if ('unreadable' in file) unreadable.push(page.source);
      const made = this.render(page, 'source' in file ? file.source.text : '', this.settings.shared, this.parser);
      if (again) this.writer.remove(page.page);
      this.writer.write({ path: page.page, content: made.html });
      return made.indexed ?? [];
    });
    const texts = moveTexts(indexed);
    for (const file of texts.files) {
      if (again) this.writer.remove(file.path);
      this.writer.writeOnce(file);
    }
    return { indexed: texts.pages, unreadable, files: this.writer.files - files, bytes: this.writer.bytes - bytes };
  }
}
