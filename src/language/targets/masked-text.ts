import type { DocumentFacts } from '../../core/facts/types.js';

const masked = new WeakMap<DocumentFacts, string>();

/** Code fences, code in a line, comments and other HTML, and addresses in angle brackets. */
const NO_WORDS =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)[^\n]*?[^`\n]\2(?!`)|<!--[\s\S]*?(?:-->|(?![\s\S]))|<[^<>\s][^<>\n]*>/gm;

/**
 * The text of a document with spaces in the place of all that is no word of it: front matter, code, comments, HTML,
 * addresses, wiki links and citations. Every offset stays as it is.
 *
 * Made without a syntax tree, of which none is kept: what looks like code here and is none is only not pointed at.
 */
export function maskedText(facts: DocumentFacts, text: string): string {
  let found = masked.get(facts);
  if (found === undefined || found.length !== text.length) {
    found = mask(facts, text);
    masked.set(facts, found);
  }
  return found;
}

function mask({ fields, references }: DocumentFacts, text: string): string {
  const from = fields.state === 'parsed' || fields.state === 'malformed' ? fields.range.end : 0;
  const ranges: [number, number][] = [[0, from]];
  for (const reference of references) {
    const range = reference.via === 'link' || reference.via === 'image' ? reference.urlRange : reference;
    if (range) ranges.push([range.start, range.end]);
  }
  for (const match of text.slice(from).matchAll(NO_WORDS)) ranges.push([from + match.index, from + match.index + match[0].length]);
  let out = '';
  let at = 0;
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    out += text.slice(at, Math.max(at, start)) + ' '.repeat(end - Math.max(at, start));
    at = end;
  }
  return out + text.slice(at);
}
