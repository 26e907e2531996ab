import type { FootnoteDefinition, Heading, Root } from 'mdast';
import type { DocumentFacts } from '../../../core/facts/types.js';
import { definitionsIn } from '../../../core/markdown/definitions.js';
import { slugger } from '../../../core/markdown/slug.js';
import { plainText } from '../../../core/markdown/visit.js';
import type { Copy } from './copy.js';

/** The text of one document on its way into a copy. */
export class GuidanceText {
  readonly tree: Root;
  /** The heading that the copy has already: the title of the document. */
  readonly title: Heading | undefined;
  private readonly slugs = new Map<Heading, string>();
  private found: ReturnType<typeof definitionsIn> | undefined;

  /**
   * @param text the document's source: citations and wiki links are read from it, where escapes can still be seen
   * @param shift what is added to the depth of a heading for its level in the copy
   */
  constructor(
    readonly copy: Copy,
    readonly facts: DocumentFacts,
    readonly text: string,
    readonly shift: number,
  ) {
    this.tree = copy.input.parser.parse(text);
    const slug = slugger();
    for (const node of this.tree.children) {
      if (node.type !== 'heading') continue;
      this.slugs.set(node, slug(plainText(node).replace(/\s+/g, ' ').trim()));
      if (node.depth === 1) this.title ??= node;
    }
  }

  /** The anchor of a heading of the document itself; undefined for one inside a quotation or a list. */
  slugOf(heading: Heading): string | undefined {
    return this.slugs.get(heading);
  }

  /** What a reference leads to. */
  definition(identifier: string) {
    return this.definitions.links.get(identifier.toUpperCase());
  }

  /** The text of a footnote. */
  note(identifier: string): FootnoteDefinition | undefined {
    return this.definitions.notes.get(identifier.toUpperCase());
  }

  private get definitions(): ReturnType<typeof definitionsIn> {
    this.found ??= definitionsIn(this.tree);
    return this.found;
  }
}
