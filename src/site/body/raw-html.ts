import { decodeString } from 'micromark-util-decode-string';
import { htmlAnchors } from '../../core/markdown/anchors.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import type { Writing } from './writing.js';

/**
 * The few tags of raw HTML that a text may use. A tag is recognised as a whole, without attributes beside the two that
 * are named here, and written anew; everything else shows as the characters that it is made of.
 */
const PHRASING = new Set([
  'abbr',
  'b',
  'cite',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'strong',
  'sub',
  'sup',
  'u',
  'var',
]);
/** Tags that hold blocks: they may be closed several blocks later. */
const BLOCKS: Readonly<Record<string, string>> = { details: 'details', div: 'div', section: 'div' };

const TOKEN = /<!--(?:-?>|[\s\S]*?(?:-->|$))|<\/?[A-Za-z][^<>]*>|[^<]+|</g;
const OPENING = /^<([a-z]+)\s*>$/i;
const CLOSING = /^<\/([a-z]+)\s*>$/i;
const LINE_BREAK = /^<br\s*\/?>$/i;
const ABBREVIATION = /^<abbr\s+title\s*=\s*(?:"([^"]*)"|'([^']*)')\s*>$/i;
const ANCHOR = /^<a\s+(?:id|name)\s*=\s*(?:"([^"'\s]+)"|'([^"'\s]+)'|([^"'\s=<>`/]+))\s*(\/?)>$/i;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/gi;

/** How many tags may stand open in one another: browsers give up on deep nesting, each in its own way. */
const DEEPEST_TAGS = 30;

/** A tag of raw HTML that has been written and not closed. */
export interface OpenTag {
  readonly name: string;
  readonly closing: string;
  /** How long the HTML was behind it. */
  readonly at: number;
}

/** Writes one tag, comment or other piece of HTML inside a paragraph or the like, whose open tags are given. */
export function writeInlineHtml(writing: Writing, value: string, open: OpenTag[]): void {
  for (const [token] of value.matchAll(TOKEN)) {
    if (!token.startsWith('<!--') && !writePhrasingTag(writing, token, open)) writeLiterally(writing, token);
  }
  writeOtherAnchors(writing, value, 'span');
}

/** Closes the tags that were left open, down to the first ones. */
export function closeTags(writing: Writing, open: OpenTag[], keep = 0): void {
  while (open.length > keep) {
    nameDetails(writing, open);
    writing.html += open.pop()?.closing ?? '';
  }
}

/** Gives a name to details that begin with something else: without one, nobody would know what opens there. */
export function nameDetails(writing: Writing, open: readonly OpenTag[]): void {
  if (isFresh(writing, open)) writing.html += '<summary>Details</summary>\n';
}

/** Whether nothing has been written into the innermost tag, and it needs a summary. */
function isFresh(writing: Writing, open: readonly OpenTag[]): boolean {
  const last = open[open.length - 1];
  return last?.name === 'details' && last.at === writing.html.length;
}

/** Writes a block of HTML among other blocks; `open` are the open tags of the container that holds them. */
export function writeHtmlBlock(writing: Writing, value: string, open: OpenTag[]): void {
  const line = new Line(writing);
  for (const [token] of value.matchAll(TOKEN)) {
    if (token.startsWith('<!--') || writeBlockTag(writing, token, open, line)) continue;
    const words = line.isOpen ? token : token.trimStart();
    if (words === '') continue;
    nameDetails(writing, open);
    line.begin();
    if (!writePhrasingTag(writing, words, line.open)) writeLiterally(writing, words);
  }
  line.end();
  writing.words += ' ';
  writeOtherAnchors(writing, value, 'div');
}

/** The run of words in a block of HTML: a paragraph or a summary. It ends with the block at the latest. */
class Line {
  readonly open: OpenTag[] = [];
  name = '';

  constructor(private readonly writing: Writing) {}

  get isOpen(): boolean {
    return this.name !== '';
  }

  /** @param name `p` or `summary` as written; without it, a paragraph that nobody wrote, so that no words stand bare */
  begin(name?: string): void {
    if (name === undefined && this.isOpen) return;
    this.end();
    this.name = name ?? 'implied';
    this.writing.html += name === 'summary' ? '<summary>' : '<p>';
  }

  end(): void {
    if (!this.isOpen) return;
    closeTags(this.writing, this.open);
    this.writing.html += this.name === 'summary' ? '</summary>\n' : '</p>\n';
    this.writing.words += ' ';
    this.name = '';
  }
}

function writeBlockTag(writing: Writing, token: string, open: OpenTag[], line: Line): boolean {
  const opened = OPENING.exec(token)?.[1]?.toLowerCase();
  if (opened !== undefined) return openBlock(writing, opened, open, line);
  const closed = CLOSING.exec(token)?.[1]?.toLowerCase();
  if (closed === undefined) return false;
  if (closed === 'p' || closed === 'summary') {
    if (line.name !== closed) return false;
    line.end();
    return true;
  }
  const depth = lastOpen(open, closed);
  if (depth < 0) return false;
  line.end();
  closeTags(writing, open, depth);
  return true;
}

function openBlock(writing: Writing, name: string, open: OpenTag[], line: Line): boolean {
  if (name === 'summary' && !isFresh(writing, open)) return false;
  if (name !== 'summary') nameDetails(writing, open);
  if (name === 'p' || name === 'summary') {
    line.begin(name);
    return true;
  }
  const tag = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined;
  if (tag === undefined || open.length >= DEEPEST_TAGS) return false;
  line.end();
  writing.html += `<${tag}>`;
  open.push({ name, closing: `</${tag}>\n`, at: writing.html.length });
  return true;
}

function writePhrasingTag(writing: Writing, token: string, open: OpenTag[]): boolean {
  if (!token.startsWith('<')) return false;
  const closed = CLOSING.exec(token)?.[1]?.toLowerCase();
  if (closed !== undefined) {
    const depth = lastOpen(open, closed);
    if (depth < 0) return false;
    closeTags(writing, open, depth);
    return true;
  }
  if (LINE_BREAK.test(token)) {
    writing.html += '<br>';
    writing.words += ' ';
    return true;
  }
  return open.length < DEEPEST_TAGS && openPhrasing(writing, token, open);
}

function openPhrasing(writing: Writing, token: string, open: OpenTag[]): boolean {
  const anchor = ANCHOR.exec(token);
  if (anchor) {
    const id = writing.claim(anchor[1] ?? anchor[2] ?? anchor[3] ?? '');
    // A place to lead to and no link: an `a` could not stand in another.
    writing.html += id === undefined ? '<span>' : `<span class="anchor" id="${escapeHtml(id)}">`;
    if (anchor[4]) writing.html += '</span>';
    else open.push({ name: 'a', closing: '</span>', at: writing.html.length });
    return true;
  }
  const title = ABBREVIATION.exec(token);
  const name = title ? 'abbr' : (OPENING.exec(token)?.[1]?.toLowerCase() ?? '');
  if (!PHRASING.has(name)) return false;
  writing.html += title ? `<abbr title="${escapeHtml(referencesRead(title[1] ?? title[2] ?? ''))}">` : `<${name}>`;
  open.push({ name, closing: `</${name}>`, at: writing.html.length });
  return true;
}

function lastOpen(open: readonly OpenTag[], name: string): number {
  let depth = open.length - 1;
  while (depth >= 0 && open[depth]?.name !== name) depth--;
  return depth;
}

/** Words of raw HTML have no Markdown in them, but references of HTML; tags and pieces of them show as they are. */
function writeLiterally(writing: Writing, token: string): void {
  const words = token.startsWith('<') ? token : referencesRead(token);
  writing.words += words;
  writing.html += escapeHtml(words);
}

function referencesRead(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, (reference) => decodeString(reference)) : text;
}

/** Links may lead to the ids of tags that show as text: they get a place of their own. */
function writeOtherAnchors(writing: Writing, value: string, tag: 'span' | 'div'): void {
  if (!/\s(?:id|name)/i.test(value)) return;
  for (const anchor of htmlAnchors(value)) {
    const id = writing.claim(anchor);
    if (id !== undefined) writing.html += `<${tag} class="anchor" id="${escapeHtml(id)}"></${tag}>`;
  }
}
