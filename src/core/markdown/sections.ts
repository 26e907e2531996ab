import type { Nodes, Root } from 'mdast';
import type { Heading } from '../facts/types.js';
import { slugger } from './slug.js';
import { plainText, rangeOf } from './visit.js';

/** What a block begins with that was left to be written. “To be done well, …” is a sentence. */
const PLACEHOLDER =
  /^\W*(?:(?:tbc|tbd|todo|lorem ipsum|xxx)\b|to be (?:written|confirmed|decided|done|added)(?:\W*$|\s*[.…:;!)\]]|\s+(?:by|once|when|later|soon|after)\b))/i;

/** Whether a text is a leftover that stands for something still to be written. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** The headings at the top level of a document, with the sections below them. */
export function headingsOf(root: Root, textLength: number): Heading[] {
  const slug = slugger();
  const headings: { -readonly [K in keyof Heading]: Heading[K] }[] = [];
  for (const node of root.children) {
    if (node.type === 'heading') {
      const text = plainText(node).replace(/\s+/g, ' ').trim();
      headings.push({ depth: node.depth, text, slug: slug(text), ...rangeOf(node), sectionEnd: textLength, filled: false });
      continue;
    }
    const last = headings[headings.length - 1];
    if (!last) continue;
    if (saysSomething(node)) last.filled = true;
    else if (node.type !== 'html' && firstText(node) !== '') last.placeholder = true;
  }
  closeSections(headings);
  return headings;
}

function closeSections(headings: { depth: number; start: number; sectionEnd: number; filled: boolean }[]): void {
  const open: typeof headings = [];
  for (const heading of headings) {
    while (open.length > 0 && (open[open.length - 1]?.depth ?? 0) >= heading.depth) {
      const closed = open.pop();
      if (closed) closed.sectionEnd = heading.start;
    }
    // What fills a section below also fills the ones that hold it.
    if (heading.filled) for (const above of open) above.filled = true;
    open.push(heading);
  }
}

function saysSomething(node: Nodes): boolean {
  if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() !== '';
  if (node.type === 'yaml' || node.type === 'definition' || node.type === 'thematicBreak') return false;
  if (node.type === 'image' || node.type === 'table' || node.type === 'code') return true;
  const first = firstText(node);
  if (first === '') return containsImage(node);
  // A placeholder can be partly in bold or behind a link: then its beginning is short.
  return !isPlaceholder(first.length < 20 ? plainText(node).trim() : first);
}

/** The first text of a node that is more than white space; empty where there is none. */
function firstText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.trim();
  if (!('children' in node)) return '';
  for (const child of node.children) {
    const text = firstText(child);
    if (text !== '') return text;
  }
  return '';
}

function containsImage(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  return 'children' in node && node.children.some(containsImage);
}
