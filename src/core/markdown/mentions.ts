import type { Mention } from '../facts/types.js';
import type { OffsetRange } from '../text/range.js';
import { type NodesByType, rangeOf } from './visit.js';

/** A number with the letter of a part; one that goes on (`1.2`, `3%`) or begins a range (`3–5`) is something else. */
const NUMBER = String.raw`\d{1,4}[a-z]?(?![\w%]|[.,]\d|\s?[-–—]\s?\d|\s+to\s+\d)`;
const AND = String.raw`(?:\s?,\s{1,9}(?:(?:and|or)\s{1,9})?|\s{1,9}(?:and|or|&)\s{1,9})`;
const ONE = new RegExp(String.raw`(?<![\p{L}\p{N}_-])criterion\s{1,9}(${NUMBER})`, 'giu');
/** At least two numbers: “criteria 3 times” is another sentence. */
const SEVERAL = new RegExp(String.raw`(?<![\p{L}\p{N}_-])criteria\s{1,9}(${NUMBER}(?:${AND}${NUMBER})+)`, 'giu');
const ANY_NUMBER = /\d+[a-z]?/gi;
/** What stands in brackets is a citation, a wiki link or a reference, and no part of the sentence. */
const BRACKETED = /\[[^[\]]*\]/g;

/** Finds where a document's prose, outside links, headings and code, names a criterion by its number. */
export function mentionsIn(text: string, nodes: NodesByType): Mention[] {
  if (!/criteri(?:on|a)\s+\d/i.test(text)) return [];
  const linked = rangesApart(nodes);
  let next = 0;
  return nodes.of('text').flatMap((node) => {
    const range = rangeOf(node);
    while ((linked[next]?.end ?? Number.POSITIVE_INFINITY) <= range.start) next++;
    const inside = (linked[next]?.start ?? Number.POSITIVE_INFINITY) <= range.start;
    return inside ? [] : mentionsInText(text.slice(range.start, range.end), range.start);
  });
}

function mentionsInText(source: string, base: number): Mention[] {
  const prose = source.includes('[') ? source.replace(BRACKETED, (bracketed) => ' '.repeat(bracketed.length)) : source;
  const found: Mention[] = [];
  const add = (number: string, start: number, end: number) =>
    found.push({ kind: 'criterion', number, start: base + start, end: base + end });
  for (const match of prose.matchAll(ONE)) add(match[1] ?? '', match.index, match.index + match[0].length);
  for (const match of prose.matchAll(SEVERAL)) {
    const list = match[1] ?? '';
    const at = match.index + match[0].length - list.length;
    for (const one of list.matchAll(ANY_NUMBER)) add(one[0], at + one.index, at + one.index + one[0].length);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Links and headings in order, those that follow each other inside one another as one. */
function rangesApart(nodes: NodesByType): OffsetRange[] {
  const all = [...nodes.of('link'), ...nodes.of('linkReference'), ...nodes.of('heading')].map(rangeOf);
  all.push(...htmlLinks(nodes));
  const apart: OffsetRange[] = [];
  for (const range of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (apart[apart.length - 1]?.end ?? -1)) apart.push(range);
  }
  return apart;
}

/** Links that are written as `<a href="…">…</a>`. */
function htmlLinks(nodes: NodesByType): OffsetRange[] {
  const links: OffsetRange[] = [];
  let start: number | undefined;
  for (const node of nodes.of('html')) {
    if (/^<a\s/i.test(node.value)) start ??= rangeOf(node).start;
    else if (start !== undefined && /^<\/a/i.test(node.value)) {
      links.push({ start, end: rangeOf(node).end });
      start = undefined;
    }
  }
  return links;
}
