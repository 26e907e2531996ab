import { escapeHtml } from '../core/text/escape-html.js';

/** What an attribute can be; it is left out where it is undefined or false. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const EMPTY = new Set(['path', 'circle', 'ellipse', 'rect', 'line', 'input', 'br', 'hr', 'link', 'meta']);
/** Characters that XML has no way to write; lone halves of a pair count. */
const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text from a document, as both HTML and SVG can hold it: whatever it is, it stays text. */
export function textOf(text: string): string {
  return escapeHtml(text.replace(UNWRITABLE, '\uFFFD'));
}

/**
 * An element of HTML or SVG.
 * @param attributes their values are escaped here, numbers are rounded
 * @param content markup that is ready: from `tag`, or from `textOf`
 */
export function tag(name: string, attributes: Attributes = {}, ...content: readonly (string | undefined | false)[]): string {
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value));
  const inside = content.filter((part) => typeof part === 'string').join('');
  if (inside === '' && EMPTY.has(name)) return `<${name}${written.join('')}/>`;
  return `<${name}${written.join('')}>${inside}</${name}>`;
}

function attribute(name: string, value: Attributes[string]): string {
  if (value === undefined || value === false) return '';
  if (value === true) return ` ${name}=""`;
  return ` ${name}="${typeof value === 'number' ? rounded(value) : textOf(value)}"`;
}

/** A number with two decimals at most, and no negative zero: the same on every machine. */
export function rounded(value: number): string {
  const text = String(Math.round(value * 100) / 100);
  return text === '-0' ? '0' : text;
}

/** A name that ids can be made of: keys may hold anything. */
export function idOf(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[^A-Za-z0-9_-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}`)).join('-');
}

/** Keys as one attribute that scripts and style sheets can search by words. */
export function wordsOf(keys: readonly string[]): string {
  return keys.map((key) => key.replace(/\s+/g, '_')).join(' ');
}
