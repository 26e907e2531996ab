/** What the names of styles begin with whose text a copy has for its readers only: it is left out when the copy is read back. */
export const COPY_STYLE = 'Consultation';

/** The style of notes to readers of a copy, such as how a document stands. */
export const NOTE_STYLE = `${COPY_STYLE} Note`;

/** The style of headings over what a copy adds, such as the list of sources. */
export const NOTE_HEADING_STYLE = `${COPY_STYLE} Heading`;

/** The style of the title of a copy. */
export const TITLE_STYLE = `${COPY_STYLE} Title`;

/** The styles of paragraphs that quote, of paragraphs of code, and of code within a line. */
export const QUOTE_STYLE = 'Quote';
export const CODE_STYLE = 'Source Code';
export const CODE_TEXT_STYLE = 'Source Code Text';

/** The style of a line across the page. */
export const LINE_STYLE = 'Horizontal Line';

/** How many lists may hold a quotation or code with a style for its depth; Word has as many for more paragraphs of an item. */
export const DEEPEST_STYLE = 5;

/** The style of what stands in an item of a list: its own style, and how many lists hold it. @param depth 1 for the outermost list */
export function styleInList(style: string, depth: number): string {
  return `List ${style}${depth === 1 ? '' : ` ${depth}`}`;
}
