import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type ICommentOptions,
  ImageRun,
  InsertedTextRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type VerticalMergeType,
} from 'docx';

/** What a paragraph is made of: words as they are, or runs. */
export type Inline = string | ParagraphChild;
/** What a cell or a document is made of: words become a paragraph. */
export type Block = string | Paragraph | Table;
/** A cell: its blocks, or these with how it is merged. */
export type Cell =
  | Block
  | readonly Block[]
  | { readonly blocks: readonly Block[]; readonly across?: number; readonly down?: 'begin' | 'on' };

const LISTS = {
  config: [
    { reference: 'points', levels: levels(LevelFormat.BULLET, ['•', '•', '•']) },
    { reference: 'steps', levels: levels(LevelFormat.DECIMAL, ['%1.', '%2.', '%3.']) },
    { reference: 'counted', levels: levels(LevelFormat.DECIMAL, ['%1', '%2', '%3']) },
  ],
};

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], texts: readonly string[]) {
  return texts.map((text, level) => ({ level, format, text }));
}

/** What a document has beside its text. */
export interface WordExtras {
  readonly comments?: readonly ICommentOptions[];
  readonly footnotes?: Readonly<Record<number, string>>;
}

/** A `.docx` as Word would save it. */
export function wordFile(blocks: readonly Block[], { comments, footnotes }: WordExtras = {}): Promise<Buffer> {
  const notes = Object.entries(footnotes ?? {}).map(([id, text]) => [id, { children: [new Paragraph(text)] }]);
  return Packer.toBuffer(
    new Document({
      sections: [{ children: blocks.map(block) }],
      numbering: LISTS,
      ...(comments ? { comments: { children: comments } } : {}),
      footnotes: Object.fromEntries(notes),
    }),
  );
}

function block(given: Block): Paragraph | Table {
  return typeof given === 'string' ? new Paragraph(given) : given;
}

function runs(inlines: readonly Inline[]): ParagraphChild[] {
  return inlines.map((inline) => (typeof inline === 'string' ? new TextRun(inline) : inline));
}

export function paragraph(...inlines: readonly Inline[]): Paragraph {
  return new Paragraph({ children: runs(inlines) });
}

export function heading(level: 1 | 2 | 3 | 4, ...inlines: readonly Inline[]): Paragraph {
  return new Paragraph({ heading: HeadingLevel[`HEADING_${level}`], children: runs(inlines) });
}

/** A paragraph in Word’s style “Title”. */
export function documentTitle(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(text)] });
}

/** An item of a list, `level` deep from 0. */
export function item(kind: 'points' | 'steps', text: Inline, level = 0): Paragraph {
  return new Paragraph({ numbering: { reference: kind, level }, children: runs([text]) });
}

/** What Word shows as a number, and has no text. */
export function countedByWord(): Paragraph {
  return new Paragraph({ numbering: { reference: 'counted', level: 0 } });
}

/** A table, a row an array of cells. The first row is repeated on each page. */
export function table(...rows: readonly (readonly Cell[])[]): Table {
  return new Table({
    rows: rows.map((cells, index) => new TableRow({ tableHeader: index === 0, children: cells.map(cellOf) })),
  });
}

function cellOf(given: Cell): TableCell {
  const isMerged = typeof given === 'object' && 'blocks' in given;
  const blocks = isMerged ? given.blocks : typeof given === 'object' && Symbol.iterator in given ? [...given] : [given as Block];
  const merge: Record<string, (typeof VerticalMergeType)[keyof typeof VerticalMergeType]> = { begin: 'restart', on: 'continue' };
  return new TableCell({
    children: blocks.length > 0 ? blocks.map(block) : [new Paragraph('')],
    ...(isMerged && given.across ? { columnSpan: given.across } : {}),
    ...(isMerged && given.down ? { verticalMerge: merge[given.down] as VerticalMergeKind } : {}),
  });
}

type VerticalMergeKind = (typeof VerticalMergeType)[keyof typeof VerticalMergeType];

/** A cell over several columns. */
export function across(columns: number, ...blocks: readonly Block[]): Cell {
  return { blocks, across: columns };
}

/** The first cell of several that are merged downwards. */
export function downFrom(...blocks: readonly Block[]): Cell {
  return { blocks, down: 'begin' };
}

/** A further cell of several that are merged downwards. */
export const MERGED: Cell = { blocks: [], down: 'on' };

export function bold(text: string): TextRun {
  return new TextRun({ text, bold: true });
}

export function italic(text: string): TextRun {
  return new TextRun({ text, italics: true });
}

export function footnote(id: number): FootnoteReferenceRun {
  return new FootnoteReferenceRun(id);
}

export { EndnoteReferenceRun };

export function linkTo(href: string, text: string): ExternalHyperlink {
  return new ExternalHyperlink({ link: href, children: [new TextRun(text)] });
}

export function linkInside(bookmark: string, text: string): InternalHyperlink {
  return new InternalHyperlink({ anchor: bookmark, children: [new TextRun(text)] });
}

export function bookmarked(name: string, text: string): Bookmark {
  return new Bookmark({ id: name, children: [new TextRun(text)] });
}

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export function picture(alternative: string, data: Buffer = PIXEL, type: 'png' | 'jpg' | 'gif' = 'png'): ImageRun {
  return new ImageRun({
    type,
    data,
    transformation: { width: 10, height: 10 },
    altText: { name: 'Picture', description: alternative, title: '' },
  });
}

/** Who makes the changes and comments of tests. */
export const AUTHOR = 'Alex Example';
const DATE = '2026-03-04T10:00:00Z';
let revision = 1000;

export function added(text: string, author = AUTHOR): InsertedTextRun {
  return new InsertedTextRun({ text, id: revision++, author, date: DATE });
}

export function removed(text: string, author = AUTHOR): DeletedTextRun {
  return new DeletedTextRun({ text, id: revision++, author, date: DATE });
}

/** Words that a comment is about. */
export function commented(id: number, text: string): ParagraphChild[] {
  return [new CommentRangeStart(id), new TextRun(text), new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })];
}

export function comment(id: number, text: string, author = AUTHOR): ICommentOptions {
  return { id, author, date: new Date(DATE), children: [new Paragraph(text)] };
}
