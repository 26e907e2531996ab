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
