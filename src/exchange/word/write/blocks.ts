import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type { FootnoteReference, Heading, List, ListItem, Nodes, PhrasingContent, RootContent, TableRow } from 'mdast';
import { htmlAnchors } from '../../../core/markdown/anchors.js';
import { slugOf } from '../../../core/markdown/slug.js';
import { plainText } from '../../../core/markdown/visit.js';
import type { GuidanceText } from './guidance-text.js';
import { headingParagraph, listHeading } from './headings.js';
import { htmlPieces } from './html-text.js';
import { inlines } from './inlines.js';
import type { LeftOutPicture, Line, Place, WordBlock } from './line.js';
import { bookmarks } from './links.js';
import { itemOptions } from './lists.js';
import { codeLines, lineBreak, lookIn, words } from './looks.js';
import { leftOutNote } from './pictures.js';
import { continuationStyle, heldStyle, listIndent, STYLE } from './style-ids.js';
import { wordTable } from './tables.js';
import { lineText } from './xml-text.js';

/** The blocks of a document, a quotation, an item or a note, as Word has them. */
export function blocks(text: GuidanceText, nodes: readonly RootContent[], place: Place): WordBlock[] {
  const tags: string[] = [];
  return nodes.flatMap((node) => (node.type === 'html' ? htmlBlock(text, node.value, tags, place) : block(text, node, place)));
}

function block(text: GuidanceText, node: RootContent, place: Place): WordBlock[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(text, node.children, place, styled(place));
    case 'heading':
      return heading(text, node, place);
    case 'list':
      return list(text, node, place);
    case 'blockquote':
      return blocks(text, node.children, { quotedIn: place.lists, ...place, isQuoted: true });
    case 'code':
      return [new Paragraph({ ...indented(place), style: heldStyle('code', place.lists), children: codeLines(node.value) })];
    case 'table':
      return place.isNote ? node.children.map((row) => rowLine(row, place)) : wordTable(lineIn(text, place, []), node, place);
    case 'thematicBreak':
      return [new Paragraph({ style: STYLE.line })];
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return [new Paragraph({ ...styled(place), children: [words(plainText(node as Nodes), {})] })];
  }
}

/** A paragraph, and beneath it the names of pictures that could not be put into it. */
function paragraph(
  text: GuidanceText,
  nodes: readonly PhrasingContent[],
  place: Place,
  options: IParagraphOptions,
  before: readonly ParagraphChild[] = [],
): WordBlock[] {
  const leftOut: LeftOutPicture[] = [];
  const children = [...before, ...inlines(lineIn(text, place, leftOut), nodes)];
  return [...(children.length > 0 ? [new Paragraph({ ...options, children })] : []), ...leftOut.map(leftOutNote)];
}

function lineIn(text: GuidanceText, place: Place, leftOut: LeftOutPicture[]): Line {
  const width = place.width - (place.lists > 0 ? listIndent(place.lists - 1) : 0);
  return { text, width, leftOut, footnote: place.isNote ? undefined : (node) => footnote(text, node) };
}

function footnote(text: GuidanceText, node: FootnoteReference): readonly Paragraph[] | undefined {
  const definition = text.note(node.identifier);
  if (!definition) return undefined;
  const place = { width: text.copy.space.width, lists: 0, isQuoted: false, isNote: true };
  return blocks(text, definition.children, place).filter((one) => one instanceof Paragraph);
}

/** A heading of the document itself; one inside a quotation, an item or a note is words that stand out. */
function heading(text: GuidanceText, node: Heading, place: Place): WordBlock[] {
  if (node === text.title || plainText(node).trim() === '') return [];
  const own = text.slugOf(node);
  const { copy, facts } = text;
  const name = copy.targets.place(facts.path, own ?? slugOf(plainText(node)));
  const leftOut: LeftOutPicture[] = [];
  const line = lineIn(text, place, leftOut);
  if (own === undefined) {
    return [new Paragraph({ ...styled(place), children: [...bookmarks([name]), ...inlines(line, node.children, { bold: true })] })];
  }
  // A second heading of the first level is no title of another document.
  const level = Math.min(6, Math.max(2, node.depth) + text.shift);
  const children = inlines(line, node.children);
  listHeading(copy, level, plainText(node), name);
  return [headingParagraph(level, [name], children), ...leftOut.map(leftOutNote)];
}

/** A row of a table as words: Word's footnotes have no tables. */
function rowLine(row: TableRow, place: Place): Paragraph {
  return new Paragraph({ ...styled(place), children: [words(row.children.map(plainText).join(' | '), {})] });
}

function list(text: GuidanceText, node: List, place: Place): WordBlock[] {
  const word = text.copy.lists.list(node.ordered ? (node.start ?? 1) : undefined);
  const isLoose = node.spread === true || node.children.some(({ spread }) => spread === true);
  const options = { ...(place.isQuoted ? { style: heldStyle('quote', place.quotedIn ?? 0) } : {}), ...itemOptions(word, place.lists) };
  const last = node.children[node.children.length - 1];
  return node.children.flatMap((item) => {
    // The last item of a tight list keeps its distance, since another list may follow.
    const contextualSpacing = !isLoose && (item !== last || place.lists > 0);
    return listItem(text, item, { ...place, lists: place.lists + 1 }, { ...options, contextualSpacing });
  });
}

function listItem(text: GuidanceText, item: ListItem, place: Place, options: IParagraphOptions): WordBlock[] {
  const [first, ...others] = item.children;
  const box = typeof item.checked === 'boolean' ? [words(item.checked ? '☒ ' : '☐ ', {})] : [];
  // What does not begin with words has its sign on a line of its own. Readers of the file leave out lines that are empty.
  if (first?.type !== 'paragraph') {
    const sign = box.length > 0 ? box : bookmarks([text.copy.targets.sign()]);
    return [new Paragraph({ ...options, children: sign }), ...blocks(text, item.children, place)];
  }
  return [...paragraph(text, first.children, place, options, box), ...blocks(text, others, place)];
}

function htmlBlock(text: GuidanceText, value: string, tags: string[], place: Place): WordBlock[] {
  const { copy, facts } = text;
  const lines: ParagraphChild[][] = [[]];
  for (const piece of htmlPieces(value, tags, true)) {
    const line = lines[lines.length - 1] ?? [];
    if (piece === 'paragraph') lines.push([]);
    else if (piece === 'break') line.push(lineBreak({}));
    else if (line.length > 0 || lineText(piece.text).trim() !== '') line.push(words(piece.text, lookIn({}, tags)));
  }
  const places = bookmarks(htmlAnchors(value).map((anchor) => copy.targets.place(facts.path, anchor)));
  lines[0]?.unshift(...places);
  return lines.filter((line) => line.length > 0).map((children) => new Paragraph({ ...styled(place), children }));
}

/** How a paragraph looks where it stands. */
function styled({ lists, isQuoted, quotedIn = 0, isNote }: Place): IParagraphOptions {
  if (isQuoted) return { style: heldStyle('quote', quotedIn), ...indented({ lists }) };
  if (lists === 0) return isNote ? { style: STYLE.footnote } : {};
  return { style: continuationStyle(lists - 1), ...(lists > 5 ? indented({ lists }) : {}) };
}

function indented({ lists }: Pick<Place, 'lists'>): IParagraphOptions {
  return lists === 0 ? {} : { indent: { left: listIndent(lists - 1) } };
}
