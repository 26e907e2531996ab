import { DEEPEST_STYLE } from '../styles.js';

/** The ids of the styles of a copy. Their names, which readers of the file go by, are in `document-styles.ts`. */
export const STYLE = {
  title: 'ConsultationTitle',
  note: 'ConsultationNote',
  noteHeading: 'ConsultationHeading',
  contents: 'ConsultationContents',
  footer: 'ConsultationFooter',
  quote: 'Quote',
  code: 'SourceCode',
  codeText: 'SourceCodeText',
  tableHeading: 'TableHeading',
  line: 'HorizontalLine',
  hyperlink: 'Hyperlink',
  footnote: 'FootnoteText',
} as const;

/** The id of the style of a paragraph that goes on with an item of a list. @param depth of the list, 0 for the outermost */
export function continuationStyle(depth: number): string {
  const level = Math.min(depth + 1, DEEPEST_STYLE);
  return level === 1 ? 'ListContinue' : `ListContinue${level}`;
}

/** The ids and names of those styles, as Word names them. */
export const CONTINUATION_STYLES = Array.from({ length: DEEPEST_STYLE }, (_, depth) => ({
  id: continuationStyle(depth),
  name: depth === 0 ? 'List Continue' : `List Continue ${depth + 1}`,
  depth,
}));

/** The id of the style of a quotation or of code. @param lists how many lists hold it; those below the deepest are moved in from that */
export function heldStyle(style: 'quote' | 'code', lists: number): string {
  return lists === 0 ? STYLE[style] : `List${STYLE[style]}${Math.min(lists, DEEPEST_STYLE)}`;
}

/** How far the text of a list is moved in, in twentieths of a point. @param depth of the list, 0 for the outermost */
export function listIndent(depth: number): number {
  return 500 + depth * 425;
}
