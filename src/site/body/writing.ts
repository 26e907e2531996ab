import type { Definition, FootnoteDefinition, Heading, Root } from 'mdast';
import { definitionsIn } from '../../core/markdown/definitions.js';
import { slugger } from '../../core/markdown/slug.js';
import { plainText } from '../../core/markdown/visit.js';
import { relativeHref } from '../href.js';
import type { TermCard } from '../types.js';
import type { BodyOptions, FoundSection } from './types.js';

/** What begins every id of the site's own frame: no slug of a heading has a colon, and no anchor of a text may begin so. */
const OWN_IDS = 'site:';

/** A note that a text refers to. */
export interface Note {
  readonly number: number;
  readonly id: string;
  /** The ids of the references to it. */
  readonly references: string[];
}

/** Words with one space between them. Single spaces are nearly all: not to replace each by itself saves a tenth of the time. */
export function tidy(words: string): string {
  return words.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** A text in the middle of being written: what there is of its HTML, and what was met on the way. */
export class Writing {
  html = '';
  /** The words of the section that is being written, white space as it comes. */
  words = '';
  readonly sections: FoundSection[] = [];
  readonly cited = new Set<string>();
  readonly explained = new Set<TermCard>();
  /** The notes that are referred to, in order. */
  readonly notes = new Map<FootnoteDefinition, Note>();
  /** Whether what is written stands in a link: no other link may stand there. */
  inLink = false;
  inHeading = false;
  /** Whether it stands in a table, whose frame would cut off what is shown beside a word. */
  inTable = false;
  readonly prefix: string;
  /** The heading that the page's frame shows already. */
  readonly title: Heading | undefined;
  private readonly slugs = new Map<Heading, string>();
  private readonly taken = new Set<string>();
  /** How far the counting of each wish for an id has got. */
  private readonly wishes = new Map<string, number>();
  private section: Omit<FoundSection, 'text'> = { id: undefined, depth: 0, heading: '' };
  private found: ReturnType<typeof definitionsIn> | undefined;

  /** @param text the source of the tree: citations and wiki links are read from it, where escapes can still be seen */
  constructor(
    readonly tree: Root,
    readonly text: string,
    readonly options: BodyOptions,
  ) {
    this.prefix = options.idPrefix ?? '';
    const slug = slugger();
    let title: Heading | undefined;
    for (const node of tree.children) {
      if (node.type !== 'heading') continue;
      const id = slug(tidy(plainText(node)));
      if (options.withoutTitle && node.depth === 1) title ??= node;
      this.slugs.set(node, id);
      this.taken.add(id);
    }
    this.title = title;
  }

  /** The anchor of a heading of the document itself; undefined for one inside a quotation or a list. */
  slugOf(heading: Heading): string | undefined {
    return this.slugs.get(heading);
  }

  /** The address of a page of the site as the text has to write it. */
  href(page: string, fragment?: string): string {
    return this.options.onEveryPage ? `{root}${relativeHref('', page, fragment)}` : relativeHref(this.options.page, page, fragment);
  }

  /** Takes an id that a text asks for; undefined where it has been given to something else. */
  claim(id: string): string | undefined {
    if (id === '' || this.taken.has(id) || id.startsWith(OWN_IDS)) return undefined;
    this.taken.add(id);
    return this.prefix + id;
  }

  /** Makes an id from a wish: the first of `wish`, `wish-2`, … that is free. */
  newId(wish: string): string {
    let id = wish;
    let count = this.wishes.get(wish) ?? 1;
    while (this.taken.has(id)) id = `${wish}-${++count}`;
    this.wishes.set(wish, count);
    this.taken.add(id);
    return this.prefix + id;
  }

  /** What a reference leads to. */
  definition(identifier: string): Definition | undefined {
    return this.definitions().links.get(identifier.toUpperCase());
  }

  note(identifier: string): FootnoteDefinition | undefined {
    return this.definitions().notes.get(identifier.toUpperCase());
  }

  /** Ends the section that is being written, and begins the next. */
  beginSection(section: Omit<FoundSection, 'text'>): void {
    this.endSection();
    this.section = section;
  }

  endSection(): void {
    const text = tidy(this.words);
    if (text !== '' || this.section.depth > 0) this.sections.push({ ...this.section, text });
    this.words = '';
  }

  /** Looked for only when something refers to one: most documents have none. */
  private definitions(): ReturnType<typeof definitionsIn> {
    this.found ??= definitionsIn(this.tree);
    return this.found;
  }
}
