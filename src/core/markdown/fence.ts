import matter from 'gray-matter';
import type { OffsetRange } from '../text/range.js';

/** What stands between the `---` lines at the start of a document. `range` is what a finding would point at. */
export type FrontmatterBlock =
  | { readonly state: 'missing' }
  | { readonly state: 'unclosed'; readonly range: OffsetRange }
  | { readonly state: 'other-language'; readonly range: OffsetRange; readonly language: string }
  | { readonly state: 'empty'; readonly range: OffsetRange }
  | { readonly state: 'present'; readonly range: OffsetRange; readonly text: string };

/**
 * gray-matter only finds the fence. Its engines stay off: one of them evaluates JavaScript (`---js`), and its YAML
 * reads dates and clock times as something else.
 */
const off = (): object => ({});
const OPTIONS = { language: 'yaml', engines: { yaml: off, json: off, javascript: off, toml: off, coffee: off } };

/**
 * Finds the front matter of a document without reading what it says. For a text that begins as the last one did, whose
 * front matter was whole, it gives the same value: whoever types in a text leaves what stands above it as it is.
 */
export function findFrontmatter(text: string): FrontmatterBlock {
  if (last && text.startsWith(last.opening)) return last.block;
  const block = find(text);
  const lineEnd = block.state === 'present' ? text.indexOf('\n', text.indexOf('---', block.range.end)) : -1;
  last = lineEnd < 0 ? undefined : { opening: text.slice(0, lineEnd + 1), block };
  return block;
}

/** The last front matter that was whole, with the text up to the end of the line that closes it. */
let last: { readonly opening: string; readonly block: FrontmatterBlock } | undefined;

function find(text: string): FrontmatterBlock {
  if (!text.startsWith('---') || text[3] === '-') return { state: 'missing' };
  const language = (/^---([^\r\n]*)/.exec(text)?.[1] ?? '').trimEnd();
  const opening = { start: 0, end: 3 + language.length };
  if (language !== '') return { state: 'other-language', language: language.trim(), range: opening };

  // Only the head of the text: gray-matter copies all that it is given.
  const found = matter(head(text), OPTIONS);
  // gray-matter's block begins behind the dashes and ends before the line feed of the closing fence.
  const blockEnd = 3 + found.matter.length;
  const end = text[blockEnd - 1] === '\r' ? blockEnd - 1 : blockEnd;
  const start = 3 + (/^[ \t]*(?:\r\n|\n|\r)?/.exec(found.matter)?.[0].length ?? 0);
  const closing = /^\r?\n---([^\r\n]*)/.exec(text.slice(end, end + 200));
  if (!closing || (closing[1] ?? '').trim() !== '') return { state: 'unclosed', range: opening };
  const range = { start, end: Math.max(start, end) };
  const block = text.slice(range.start, range.end);
  return /^\s*(?:#[^\n]*(?:\n\s*|$))*$/.test(block) ? { state: 'empty', range: opening } : { state: 'present', range, text: block };
}

/**
 * A text up to the end of the first line that could close its front matter; what is between the fences in one line,
 * since gray-matter's search for comments takes minutes over many empty ones.
 */
function head(text: string): string {
  const fence = text.indexOf('\n---', 3);
  if (fence < 0) return text.slice(0, 3);
  const lineEnd = text.indexOf('\n', fence + 1);
  const body = text.indexOf('\n') + 1;
  const between = body > fence ? '' : text.slice(body, fence).replaceAll('\n', ' ');
  // gray-matter takes a line that ends as on old Macs for one with the next, and that for the name of a language.
  const opening = text.slice(0, Math.min(body, fence)).replace(/\r(?!\n)/g, '\n');
  return opening + between + text.slice(fence, lineEnd < 0 ? undefined : lineEnd + 1);
}
