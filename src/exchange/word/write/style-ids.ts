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

/** How many styles Word has for what follows in an item of a list; deeper ones are moved in from the last. */
const CONTINUATIONS = 5;

/** The id of the style of a paragraph that goes on with an item of a list. @param depth of the list, 0 for the outermost */
export function continuationStyle(depth: number): string {
  const level = Math.min(depth + 1, CONTINUATIONS);
  return level === 1 ? 'ListContinue' : `ListContinue${level}`;
}

/** The ids and names of those styles, as Word names them. */
export const CONTINUATION_STYLES = Array.from({ length: CONTINUATIONS }, (_, depth) => ({
  id: continuationStyle(depth),
  name: depth === 0 ? 'List Continue' : `List Continue ${depth + 1}`,
  depth,
}));

/** How far the text of a list is moved in, in twentieths of a point. @param depth of the list, 0 for the outermost */
export function listIndent(depth: number): number {
  return 500 + depth * 425;
}
