import { escapeHtml } from '../../core/text/escape-html.js';
import { uuidOf } from '../plan/identifiers.js';

/** Moodle cuts names and ID numbers that are longer, in characters. Where it did, children would lose their parent. */
const LONGEST = 100;

/**
 * An ID number: unique within its framework, and the same as long as the keys are. It is made of words, so that PHP never
 * compares two of them as numbers; without commas, which part the ID numbers of a list.
 */
export function idNumberOf(...keys: readonly string[]): string {
  const plain = keys.map((key) => key.replace(/[^\p{L}\p{N}_-]+/gu, '-')).join('.');
  if (length(plain) <= LONGEST && keys.every((key) => /^[a-z0-9-]+$/.test(key))) return plain;
  // Keys that were changed or cut could have become the same.
  const hash = uuidOf('moodle', ...keys).slice(0, 8);
  return `${[...plain].slice(0, LONGEST - hash.length - 1).join('')}-${hash}`;
}

/** A short name: text without what Moodle would take for tags, cut at a word. */
export function shortNameOf(text: string): string {
  const plain = plainField(text);
  // PHP calls the text “0” empty, and Moodle leaves out what has an empty name.
  if (plain === '' || plain === '0') return `(${plain})`;
  if (length(plain) <= LONGEST) return plain;
  const cut = [...plain].slice(0, LONGEST - 1).join('');
  const word = cut.replace(/\s+\S*$/, '');
  return `${word.length > LONGEST / 2 ? word : cut}…`;
}

/** Paragraphs of plain text as HTML, which is Moodle's format 1. */
export function descriptionOf(paragraphs: readonly (string | undefined)[]): string {
  return paragraphs.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [`<p>${htmlOf(text)}</p>`])).join('');
}

/** A link as HTML, as a paragraph of its own. */
export function linkParagraph(address: string, text: string): string {
  return `<p><a href="${htmlOf(address)}">${htmlOf(text)}</a></p>`;
}

/** PHP's reader of CSV takes a backslash for an escape: as an entity it is none. */
function htmlOf(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' ').trim()).replaceAll('\\', '&#92;');
}

function plainField(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replaceAll('<', '‹').replaceAll('>', '›').replaceAll('\\', '/');
}

function length(text: string): number {
  return [...text].length;
}
