import { readThreads } from './comment-threads.js';
import { mainPart, relatedPart } from './related-parts.js';
import type { Authored, WordChange, WordComment, WordPackage } from './types.js';
import { childOf, descendants, elementsOf, parseXml, textOf, type XmlElement } from './xml.js';

/** So many letters of a row or heading say where something is. */
const NEAR = 80;

const KINDS: Readonly<Record<string, WordChange['kind']>> = {
  'w:ins': 'added',
  'w:del': 'removed',
  'w:moveTo': 'moved',
};

/** The comments and the pending changes of a document, which its text alone does not show. */
export function readMarks(parts: WordPackage): { comments: WordComment[]; changes: WordChange[] } {
  const main = mainPart(parts);
  const bytes = parts.get(main);
  if (!bytes) return { comments: [], changes: [] };
  const walk = new Walk();
  walk.visit(parseXml(bytes, main));
  return { comments: commentsFrom(parts, walk.spans), changes: joined(walk.changes) };
}

/** The words that each comment is about, collected on the way through the text. */
class Walk {
  readonly changes: WordChange[] = [];
  readonly spans = new Map<string, { text: string; near: string }>();
  private readonly open = new Set<string>();
  private near = '';
  /** A row that was added is told as a whole: its words are marked as added besides. */
  private inAddedRow = false;

  visit(element: XmlElement): void {
    const { id = '' } = element.attributes;
    if (element.name === 'w:tr') this.near = rowWords(element) || this.near;
    if (element.name === 'w:p' && isHeading(element)) this.near = shortened(textOf(element));
    if (element.name === 'w:commentRangeStart') {
      this.open.add(id);
      this.spans.set(id, { text: '', near: this.near });
    }
    if (element.name === 'w:commentRangeEnd') this.open.delete(id);
    if (element.name === 'w:commentReference' && !this.spans.has(id)) this.spans.set(id, { text: '', near: this.near });
    if (element.name === 'w:t') this.add(element.children.join(''));
    this.note(element);
    // Words that are deleted or moved away are no longer part of the text; a row that is deleted has none at all.
    if (element.name === 'w:del' || element.name === 'w:moveFrom' || rowMark(element, 'w:del')) return;
    const isOutermost = this.inAddedRow === false && rowMark(element, 'w:ins') !== undefined;
    if (isOutermost) this.inAddedRow = true;
    for (const child of elementsOf(element)) this.visit(child);
    if (isOutermost) this.inAddedRow = false;
    if (element.name === 'w:p') this.add(' ');
  }

  private add(text: string): void {
    for (const id of this.open) {
      const span = this.spans.get(id);
      if (span) span.text += text;
    }
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

function commentsFrom(parts: WordPackage, spans: Walk['spans']): WordComment[] {
  const name = relatedPart(parts, 'comments');
  const bytes = parts.get(name);
  if (!bytes) return [];
  const threads = readThreads(parts);
  const comments = [...descendants(parseXml(bytes, name), 'w:comment')];
  return comments.map((comment): WordComment => {
    const span = spans.get(comment.attributes['id'] ?? '');
    const paragraphs = [...descendants(comment, 'w:p')];
    const thread = threads.get(paragraphs[paragraphs.length - 1]?.attributes['paraId'] ?? '');
    return {
      text: textOf(comment).trim(),
      about: (span?.text ?? '').replace(/\s+/g, ' ').trim(),
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

function isHeading(paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, 'w:pPr');
  const style = childOf(properties, 'w:pStyle')?.attributes['val'] ?? '';
  return /^(?:heading|title)/i.test(style) || childOf(properties, 'w:outlineLvl') !== undefined;
}

/** “12 Embedded and effective feedback culture”: what the first cells of a row say. */
function rowWords(row: XmlElement): string {
  const cells = elementsOf(row).filter(({ name }) => name === 'w:tc');
  return shortened(
    cells
      .slice(0, 2)
      .map((cell) => textOf(cell))
      .join(' '),
  );
}

function shortTextOf(element: XmlElement, deleted: boolean): string {
  return textOf(element, { deleted }).replace(/\s+/g, ' ').trim();
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > NEAR ? `${plain.slice(0, NEAR - 1).trimEnd()}…` : plain;
}
