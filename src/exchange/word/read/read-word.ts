import { strToU8, zipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import { CODE_STYLE, CODE_TEXT_STYLE, COPY_STYLE, DEEPEST_STYLE, LINE_STYLE, QUOTE_STYLE, styleInList, TITLE_STYLE } from '../styles.js';
import { leftOutOf } from './left-out.js';
import { readMarks } from './marks.js';
import { takeNotes } from './notes.js';
import { openPackage } from './open-package.js';
import { withRaisedSigns } from './raised-signs.js';
import { mainPart, relationsTo } from './related-parts.js';
import type { WordDocument, WordImage } from './types.js';
import { WordFileError } from './word-file-error.js';
import { withWrappedText } from './wrapped-text.js';

/** The path of an item of a list. @param depth 1 for the outermost list */
const itemAt = (depth: number) => 'ul|ol > li > '.repeat(depth);

/** By how many lists hold what stands in an item of a copy, and lists in quotations. */
const DEPTHS = Array.from({ length: DEEPEST_STYLE }, (_, index) => index + 1).flatMap((depth) => [
  // More paragraphs of an item of a list.
  `p[style-name='List Continue${depth === 1 ? '' : ` ${depth}`}'] => ${itemAt(depth)}p:fresh`,
  `p[style-name='${styleInList(QUOTE_STYLE, depth)}'] => ${itemAt(depth)}blockquote > p:fresh`,
  `p[style-name='${styleInList(CODE_STYLE, depth)}'] => ${itemAt(depth)}pre:fresh`,
  `p[style-name='${QUOTE_STYLE}']:unordered-list(${depth}) => blockquote > ${itemAt(depth - 1)}ul > li:fresh`,
  `p[style-name='${QUOTE_STYLE}']:ordered-list(${depth}) => blockquote > ${itemAt(depth - 1)}ol > li:fresh`,
]);

/** How styles of Word, of LibreOffice and of this tool's own copies are read, beside those that mammoth knows itself. */
const STYLES = [
  ...[TITLE_STYLE, 'Title'].map((name) => `p[style-name='${name}'] => h1.title:fresh`),
  // What a copy adds for its readers, and tables of contents, are no text of the guidance.
  `p[style-name^='${COPY_STYLE}'] => !`,
  "p[style-name^='toc'] => !",
  "p[style-name^='Contents '] => !",
  ...DEPTHS,
  "p[style-name='Subtitle'] => p:fresh",
  ...[QUOTE_STYLE, 'Intense Quote', 'Quotations', 'Block Text'].map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  // A copy has a paragraph for each piece of code, others one for each line.
  `p[style-name='${CODE_STYLE}'] => pre:fresh`,
  ...['Preformatted Text', 'HTML Preformatted'].map((name) => `p[style-name='${name}'] => pre:separator('\\n')`),
  ...[CODE_TEXT_STYLE, 'Source Text', 'HTML Code', 'Verbatim Char'].map((name) => `r[style-name='${name}'] => code`),
  `p[style-name='${LINE_STYLE}'] => hr:fresh`,
];

/**
 * Reads a Word document.
 * @param bytes the file
 * @throws WordFileError where it cannot be read, with what to do
 */
export async function readWord(bytes: Uint8Array): Promise<WordDocument> {
  const parts = openPackage(bytes);
  const marks = readMarks(parts);
  const images: WordImage[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    images.push({ bytes: new Uint8Array(await image.readAsArrayBuffer()), contentType: image.contentType });
    return { src: `word-image:${images.length - 1}` };
  });
  // Packed anew from what was unpacked within limits, with the text where it was looked for: what reads it next cannot be led elsewhere.
  const checked = new Map([...withWrappedText(parts), ['_rels/.rels', strToU8(relationsTo(mainPart(parts)))]]);
  const whole = zipSync(Object.fromEntries(checked), { level: 0 });
  const input = { buffer: whole as Buffer, arrayBuffer: whole.buffer as ArrayBuffer };
  const options = { styleMap: STYLES, convertImage, ignoreEmptyParagraphs: true, externalFileAccess: false };
  const { value, messages } = await mammoth.convertToHtml(input, options).catch((error: unknown) => {
    throw new WordFileError(`cannot be read (${said(error)}). Open it in Word, save it under another name, and try again`);
  });
  const { blocks, notes } = takeNotes(withRaisedSigns(fromHtml(value, { fragment: true }).children));
  const warnings = messages.flatMap(({ type, message }) => (type === 'warning' ? [message] : []));
  return { blocks, notes, images, ...marks, leftOut: leftOutOf(parts, warnings) };
}

function said(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
