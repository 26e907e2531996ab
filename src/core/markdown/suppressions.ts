import type { OffsetRange } from '../text/range.js';

/** A comment that asks for one rule to be quiet about the next line. */
export interface Suppression extends OffsetRange {
  readonly ruleIds: readonly string[];
  /** Why, as the author says; empty where none is given. */
  readonly reason: string;
}

const MARKDOWN = /<!--\s*destination-map-disable-next-line(?![\w-])/g;
const YAML = /#[ \t]*destination-map-disable-next-line(?![\w-])/g;

/** Finds the suppressions in an HTML comment of a document; `base` is its offset. */
export function suppressionsInHtml(html: string, base: number): Suppression[] {
  return find(MARKDOWN, html, base, (from) => {
    const end = html.indexOf('-->', from);
    return end < 0 ? undefined : { end, after: end + 3 };
  });
}

/** Finds the suppressions in the comments of a YAML text; `base` is its offset. */
export function suppressionsInYaml(yaml: string, base: number): Suppression[] {
  return find(YAML, yaml, base, (from) => {
    const length = yaml.slice(from).search(/[\r\n]/);
    const end = length < 0 ? yaml.length : from + length;
    return { end, after: from + yaml.slice(from, end).trimEnd().length };
  });
}

/** Where what a comment says ends, and where the comment does; undefined where it does not end. */
type EndOf = (from: number) => { readonly end: number; readonly after: number } | undefined;

/** Only the beginning is found by an expression: one for the whole takes minutes over a long run of spaces. */
function find(beginning: RegExp, text: string, base: number, endOf: EndOf): Suppression[] {
  const found: Suppression[] = [];
  if (!text.includes('destination-map-disable')) return found;
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
