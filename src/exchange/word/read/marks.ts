import { readThreads } from './comment-threads.js';
import { headingLevel, headingStyles } from './heading-styles.js';
import { Place, shortened, topLevel } from './place.js';
import { mainPart, relatedPart } from './related-parts.js';
import type { Authored, WordChange, WordComment, WordPackage } from './types.js';
import { childOf, descendants, elementsOf, parseXml, textOf, type XmlElement } from './xml.js';

/** So many letters say which words a comment is about. */
const ABOUT = 300;

const KINDS: Readonly<Record<string, WordChange['kind']>> = {
  'w:ins': 'added',
  'w:del': 'removed',
  'w:moveTo': 'moved',
};

/** The parts of notes, and what one is called in each. */
const NOTES = [
  { part: 'footnotes', note: 'w:footnote', reference: 'w:footnoteReference', called: 'Footnote' },
  { part: 'endnotes', note: 'w:endnote', reference: 'w:endnoteReference', called: 'Endnote' },
] as const;

/** The comments and the pending changes of a document and its notes, which its text alone does not show. */
export function readMarks(parts: WordPackage): { comments: WordComment[]; changes: WordChange[] } {
  const main = mainPart(parts);
  const bytes = parts.get(main);
  if (!bytes) return { comments: [], changes: [] };
  const styles = headingStyles(parts);
  const root = parseXml(bytes, main);
  const levels = [...descendants(root, 'w:p')].flatMap((paragraph) => headingLevel(paragraph, styles) ?? []);
  const walk = new Walk(styles, topLevel(levels));
  walk.visit(root);
  for (const { part, note, reference, called } of NOTES) {
    const name = relatedPart(parts, part);
    const notes = parts.get(name);
    if (!notes) continue;
    for (const one of descendants(parseXml(notes, name), note)) {
      const place = walk.notes.get(reference + one.attributes['id']);
      walk.visitNote(one, place ? `${place} › ${called}` : called);
    }
  }
  return { comments: commentsFrom(parts, walk), changes: joined(walk.changes) };
}

/** Where a comment begins and ends in all text, and where that is. */
interface Span {
  readonly start: number;
  end?: number;
  readonly near: string;
}

/** What is marked, collected on the way through the text. */
class Walk {
  readonly changes: WordChange[] = [];
  /** Where each note is referred to, by the name of the reference and its id. */
  readonly notes = new Map<string, string>();
  private readonly spans = new Map<string, Span>();
  private readonly place: Place;
  /** All text so far: each comment knows its part of it, however many there are. */
  private readonly words: string[] = [];
  private length = 0;
  /** The place of all that is in a note. */
  private noteAt: string | undefined;
  /** A row that was added is told as a whole: its words are marked as added besides. */
  private inAddedRow = false;

  constructor(
    private readonly styles: ReadonlyMap<string, number>,
    top: number,
  ) {
    this.place = new Place(top);
  }

  visit(element: XmlElement): void {
    this.enter(element);
    this.note(element);
    // Words that are deleted or moved away are no longer part of the text; a row that is deleted has none at all.
    if (element.name === 'w:del' || element.name === 'w:moveFrom' || rowMark(element, 'w:del')) return;
    const isOutermost = this.inAddedRow === false && rowMark(element, 'w:ins') !== undefined;
    if (isOutermost) this.inAddedRow = true;
    for (const child of elementsOf(element)) this.visit(child);
    if (isOutermost) this.inAddedRow = false;
    if (element.name === 'w:p') this.add(' ');
  }

  visitNote(element: XmlElement, at: string): void {
    this.noteAt = at;
    this.visit(element);
    this.noteAt = undefined;
  }

  /** Where each comment is, and the words that it is about. */
  about(): Map<string, { readonly text: string; readonly near: string }> {
    const all = this.words.join('');
    // Blanks are many at most where somebody made them so: the words are looked for in some more letters than are kept.
    return new Map(
      [...this.spans].map(([id, { start, end = start + 4 * ABOUT, near }]) => {
        const text = shortened(all.slice(start, Math.min(end, start + 4 * ABOUT)), ABOUT);
        return [id, { text, near }] as const;
      }),
    );
  }

  private get near(): string {
    return this.noteAt ?? this.place.toString();
  }

  private enter(element: XmlElement): void {
    const { id = '' } = element.attributes;
    if (element.name === 'w:tr') this.place.enterRow(rowWords(element));
    if (element.name === 'w:p') this.enterParagraph(element);
    if (element.name === 'w:commentRangeStart') this.spans.set(id, { start: this.length, near: this.near });
    if (element.name === 'w:commentRangeEnd') this.end(id);
    if (element.name === 'w:commentReference' && !this.spans.has(id))
      this.spans.set(id, { start: this.length, end: this.length, near: this.near });
    if (NOTES.some(({ reference }) => reference === element.name)) this.notes.set(element.name + id, this.near);
    if (element.name === 'w:t') this.add(element.children.join(''));
  }

  private enterParagraph(paragraph: XmlElement): void {
    const level = this.noteAt === undefined ? headingLevel(paragraph, this.styles) : undefined;
    const text = level === undefined ? '' : textOf(paragraph).trim();
    if (level !== undefined && text !== '') this.place.enterHeading(level, text);
  }

  private end(id: string): void {
    const span = this.spans.get(id);
    if (span) span.end ??= this.length;
  }

  private add(text: string): void {
    this.words.push(text);
    this.length += text.length;
  }

  private note(element: XmlElement): void {
    const mark = element.name === 'w:tr' ? (rowMark(element, 'w:ins') ?? rowMark(element, 'w:del')) : element;
    const kind = mark && KINDS[mark.name];
    if (!mark || !kind || (kind === 'added' && this.inAddedRow)) return;
    const text = shortTextOf(element, kind === 'removed');
    if (text !== '') this.changes.push({ kind, text, ...authored(mark, this.near) });
  }
}

function rowMark(element: XmlElement, name: string): XmlElement | undefined {
  return element.name === 'w:tr' ? childOf(childOf(element, 'w:trPr'), name) : undefined;
}

/** One change is often many runs: those of one person in one place are told as one. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  for (const change of changes) {
    const last = result[result.length - 1];
    const isSame = last && (['kind', 'author', 'date', 'near'] as const).every((field) => last[field] === change[field]);
    if (isSame) result[result.length - 1] = { ...last, text: `${last.text} ${change.text}` };
    else result.push(change);
  }
  return result;
}

function commentsFrom(parts: WordPackage, walk: Walk): WordComment[] {
  const name = relatedPart(parts, 'comments');
  const bytes = parts.get(name);
  if (!bytes) return [];
  const threads = readThreads(parts);
  const spans = walk.about();
  const comments = [...descendants(parseXml(bytes, name), 'w:comment')];
  return comments.map((comment): WordComment => {
    const span = spans.get(comment.attributes['id'] ?? '');
    const paragraphs = [...descendants(comment, 'w:p')];
    const thread = threads.get(paragraphs[paragraphs.length - 1]?.attributes['paraId'] ?? '');
    return {
      text: textOf(comment).trim(),
      about: span?.text ?? '',
      resolved: thread?.resolved ?? false,
      isReply: thread?.isReply ?? false,
      ...authored(comment, span?.near ?? ''),
    };
  });
}

function authored({ attributes }: XmlElement, near: string): Authored {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(attributes['date'] ?? '')?.[0];
  return { author: attributes['author']?.trim() || 'Unknown', date, near };
}

/** “12 Embedded and effective feedback culture”: what the first cells of a row say. */
function rowWords(row: XmlElement): string {
  const cells = elementsOf(row).filter(({ name }) => name === 'w:tc');
  return cells
    .slice(0, 2)
    .map((cell) => textOf(cell))
    .join(' ');
}

function shortTextOf(element: XmlElement, deleted: boolean): string {
  return textOf(element, { deleted }).replace(/\s+/g, ' ').trim();
}
