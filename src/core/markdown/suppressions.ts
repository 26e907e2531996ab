import { Lexer } from 'yaml';
import type { OffsetRange } from '../text/range.js';

/** A comment that asks for one rule to be quiet about the next line. */
export interface Suppression extends OffsetRange {
  readonly ruleIds: readonly string[];
  /** Why, as the author says; empty where none is given. */
  readonly reason: string;
}

const MARKDOWN = /<!--\s*destination-map-disable-next-line(?![\w-])/g;
const YAML = /^#[ \t]*destination-map-disable-next-line(?![\w-])/g;
/** Without these words there is none, and no need to look closer. */
const WORDS = 'destination-map-disable';
/** What the lexer of YAML says besides, and is no part of the text: that a value comes next, that a document begins, that a flow collection is wrong. */
const VALUE = '\u001F';
const MARKERS = [VALUE, '\u0002', '\u0018'];

/** Finds the suppressions in an HTML comment of a document; `base` is its offset. */
export function suppressionsInHtml(html: string, base: number): Suppression[] {
  return find(MARKDOWN, html, base, (from) => {
    const end = html.indexOf('-->', from);
    return end < 0 ? undefined : { end, after: end + 3 };
  });
}

/** Finds the suppressions in the comments of a YAML text, and not in what its values say; `base` is its offset. */
export function suppressionsInYaml(yaml: string, base: number): Suppression[] {
  if (!yaml.includes(WORDS)) return [];
  return comments(yaml).flatMap(({ start, text }) =>
    find(YAML, text, base + start, (from) => ({ end: text.length, after: from + text.slice(from).trimEnd().length })),
  );
}

/** The comments of a YAML text: only what knows of quotes and of blocks of text can tell them from values. */
function comments(yaml: string): { readonly start: number; readonly text: string }[] {
  const found: { start: number; text: string }[] = [];
  let start = 0;
  let isValue = false;
  for (const token of new Lexer().lex(yaml)) {
    if (!isValue && token.startsWith('#')) found.push({ start, text: token.replace(/\r$/, '') });
    if (isValue || !MARKERS.includes(token)) start += token.length;
    isValue = !isValue && token === VALUE;
  }
  return found;
}

/** Where what a comment says ends, and where the comment does; undefined where it does not end. */
type EndOf = (from: number) => { readonly end: number; readonly after: number } | undefined;

/** Only the beginning is found by an expression: one for the whole takes minutes over a long run of spaces. */
function find(beginning: RegExp, text: string, base: number, endOf: EndOf): Suppression[] {
  const found: Suppression[] = [];
  if (!text.includes(WORDS)) return found;
  let past = 0;
  for (const match of text.matchAll(beginning)) {
    // What stands inside a comment is no comment of its own.
    if (match.index < past) continue;
    const from = match.index + match[0].length;
    const ending = endOf(from);
    if (!ending) break;
    past = ending.after;
    const [ids = '', ...reason] = text.slice(from, ending.end).split(':');
    found.push({
      ruleIds: ids.split(/[\s,]+/).filter((id) => id !== ''),
      reason: reason.join(':').trim(),
      start: base + match.index,
      end: base + ending.after,
    });
  }
  return found;
}
