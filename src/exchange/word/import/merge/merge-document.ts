import { sectionKey } from '../../../../core/coverage/section-states.js';
import type { Heading } from '../../../../core/facts/types.js';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { markdownText } from '../../../../language/scaffold/scaffold-file.js';
import type { PlannedDocument } from '../plan/types.js';
import { contentsIn } from './contents.js';
import { type HeldSection, headingsFor, heldSections, holds } from './find-sections.js';
import { type Fresh, mergeBlocks, type Stretch } from './merge-blocks.js';
import { NewNotes } from './new-notes.js';
import { isUnwritten } from './placeholders.js';
import { isDefinition, type ReadMarkdown, readMarkdown } from './read-markdown.js';

/** What a Word document would change in a document that is there. */
export interface MergedDocument {
  readonly path: string;
  readonly criterion: string | undefined;
  /** The text as it is. */
  readonly before: string;
  /** The text with what was left to be written filled: nothing that somebody wrote is touched. */
  readonly filled: string;
  /** The text with what reads otherwise taken over as well. */
  readonly accepted: string;
  /** The titles of the sections that were left to be written. */
  readonly added: readonly string[];
  /** The titles of the sections that read otherwise in the Word document, or are only there. */
  readonly changed: readonly string[];
  /** The titles of the sections that say something and that the Word document does not have. */
  readonly absent: readonly string[];
}

/** What a document that is there is known by. */
export interface MergeContext {
  readonly text: string;
  readonly parser: MarkdownParser;
  /** What its sections have where they are to be written. */
  readonly placeholders: ReadonlySet<string>;
  /** Whether an address leads to guidance on a criterion. */
  readonly isGuidance: (url: string) => boolean;
}

/** What stands before the first section, as it is told. */
const INTRODUCTION = 'Introduction';

/** Holds what a Word document says against a document that is there, section by section. */
export function mergeDocument(planned: PlannedDocument, context: MergeContext): MergedDocument {
  return new Merging(planned, context).merged();
}

class Merging {
  private readonly notes: NewNotes;
  private readonly sections: readonly HeldSection[];
  private readonly added: string[] = [];
  private readonly changed: string[] = [];
  private readonly renamed: string[] = [];
  private readonly definitions: string;

  constructor(
    private readonly planned: PlannedDocument,
    private readonly context: MergeContext,
  ) {
    const { text, parser } = context;
    const document = readMarkdown(text, parser);
    this.notes = new NewNotes(planned.footnotes, text, document.notes, parser);
    this.definitions = [document.definitions, this.notes.definitions].filter((one) => one !== '').join('\n\n');
    const texts = planned.texts.map(({ title, text: body }) => ({ title, text: this.notes.relabelled(body) }));
    this.sections = heldSections(texts, document, parser);
  }

  /** One after the other, each in the text that the one before has left: none can be in another’s way. */
  merged(): MergedDocument {
    const { path, criterion } = this.planned;
    const before = this.context.text;
    const absent = this.absent(this.read(before));
    let filled = before;
    const waiting: HeldSection[] = [];
    for (const section of this.sections) {
      const next = this.filled(filled, section);
      if (next === undefined) waiting.push(section);
      else this.added.push(section.title);
      filled = next ?? filled;
    }
    let accepted = this.withOpening(filled);
    for (const section of waiting) {
      const next = this.taken(accepted, section);
      if (next !== undefined) this.changed.push(section.title);
      accepted = next ?? accepted;
    }
    return {
      ...{ path, criterion, before, added: this.added, changed: this.changed },
      filled: this.finished(filled),
      accepted: this.finished(accepted),
      absent: absent.filter((title) => !this.renamed.includes(title)),
    };
  }

  /** A text with its notes, and with lines that end as those of the document do. */
  private finished(text: string): string {
    const before = this.context.text;
    if (text === before) return before;
    const whole = this.notes.addedTo(text);
    return before.includes('\r\n') && !/(?<!\r)\n/.test(before) ? whole.replace(/\r?\n/g, '\r\n') : whole;
  }

  /** The text with a section filled that is left to be written; undefined where it is not. */
  private filled(text: string, section: HeldSection): string | undefined {
    const document = this.read(text);
    const heading = headingsFor(this.sections, document).get(section);
    if (!heading) return undefined;
    const body = stretchOf(document, heading.end, heading.sectionEnd);
    return isUnwritten(body.blocks, this.context.placeholders) ? mergeBlocks(body, this.fresh(section, heading)) : undefined;
  }

  /** The text with what a section says in the Word document; undefined where it says that already. */
  private taken(text: string, section: HeldSection): string | undefined {
    const document = this.read(text);
    const found = headingsFor(this.sections, document);
    const heading = found.get(section);
    if (!heading) return this.renaming(document, section, found) ?? behind(document, section);
    // What is a section of its own in the Word document is held against that.
    const inside = [...found.values()].filter((other) => holds(heading, other));
    const body = stretchOf(document, heading.end, heading.sectionEnd, (start) =>
      inside.some((other) => start >= other.start && start < other.sectionEnd),
    );
    return mergeBlocks(body, this.fresh(section, heading));
  }

  /** The text with the title of a section that says the same under another one, which the Word document has not. */
  private renaming(document: ReadMarkdown, section: HeldSection, found: ReadonlyMap<HeldSection, Heading>): string | undefined {
    const others = document.headings.filter((one) => one.depth === 2 && ![...found.values()].includes(one) && !this.isNamed(one));
    const heading = others.find((one) => {
      const body = stretchOf(document, one.end, one.sectionEnd);
      return body.blocks.some(({ isSilent }) => !isSilent) && mergeBlocks(body, this.fresh(section, one)) === undefined;
    });
    if (!heading) return undefined;
    this.renamed.push(heading.text);
    return `${document.text.slice(0, heading.start)}## ${markdownText(section.title)}${document.text.slice(heading.end)}`;
  }

  /** The text with what the Word document has before its first section, where that is of the document. */
  private withOpening(text: string): string {
    if (this.planned.opening === '') return text;
    const document = this.read(text);
    const title = document.headings.find(({ depth }) => depth === 1);
    const first = document.headings.find((one) => one.depth <= 2 && one !== title && one.start >= (title?.end ?? 0));
    const start = title?.end ?? document.root.children.find(({ type }) => type === 'yaml')?.position?.end.offset ?? 0;
    const fresh = this.freshOf(this.notes.relabelled(this.planned.opening));
    const contents = contentsIn(document.blocks, fresh.blocks, this.context.isGuidance);
    const body = stretchOf(document, start, first?.start ?? text.length, (at) => contents.has(at));
    const next = mergeBlocks(body, fresh);
    if (next === undefined) return text;
    this.changed.push(INTRODUCTION);
    return start === 0 ? next.trimStart() : next;
  }

  private absent({ headings }: ReadMarkdown): string[] {
    return headings.filter((heading) => heading.depth === 2 && heading.filled && !this.isNamed(heading)).map(({ text }) => text);
  }

  private isNamed({ text }: Heading): boolean {
    return this.sections.some(({ key }) => key === sectionKey(text));
  }

  private fresh({ text }: HeldSection, { depth }: Heading): Fresh {
    const fresh = this.freshOf(text);
    const by = depth - 2;
    if (by <= 0 || fresh.blocks.every(({ node }) => node.type !== 'heading')) return fresh;
    const deeper = fresh.blocks.map(({ node, source }) =>
      node.type === 'heading' ? `${'#'.repeat(Math.min(by, 6 - node.depth))}${source}` : source,
    );
    return this.freshOf(deeper.join('\n\n'));
  }

  private freshOf(text: string): Fresh {
    const { definitions, context } = this;
    return { blocks: readMarkdown(text, context.parser, definitions).blocks, definitions, parser: context.parser };
  }

  private read(text: string): ReadMarkdown {
    return readMarkdown(text, this.context.parser, this.notes.definitions);
  }
}

/** The blocks of a text from one place to another. @param isKept whether the block there is kept whatever comes */
function stretchOf({ text, blocks }: ReadMarkdown, start: number, end: number, isKept: (start: number) => boolean = () => false): Stretch {
  const inside = blocks.filter((block) => block.start >= start && block.start < end);
  return { text, start, end, blocks: inside.map((block) => (isKept(block.start) ? { ...block, isSilent: true } : block)) };
}

/** A text with one more section, before the notes at its end. */
function behind({ text, blocks }: ReadMarkdown, { title, text: body }: HeldSection): string {
  const last = blocks.filter(({ node }) => !isDefinition(node)).at(-1);
  const at = last?.end ?? blocks[0]?.start ?? text.length;
  const rest = text.slice(at).trim() === '' ? '\n' : text.slice(at);
  const gap = at === 0 ? '' : '\n\n';
  return `${text.slice(0, at)}${gap}## ${markdownText(title)}\n\n${body}${rest}`;
}
