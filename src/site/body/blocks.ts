import type { Code, Heading, List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import { slugOf } from '../../core/markdown/slug.js';
import { plainText } from '../../core/markdown/visit.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { anchorHref } from '../href.js';
import { writeInlines } from './inlines.js';
import { closeTags, nameDetails, type OpenTag, writeHtmlBlock } from './raw-html.js';
import { writeTable } from './tables.js';
import { tidy, type Writing } from './writing.js';

/** How the blocks of an item of a list are written. */
interface ItemStyle {
  /** In a tight list, paragraphs are only their words. */
  readonly tight: boolean;
  /** Put before the words of the first paragraph. */
  readonly box: string;
}

/** Writes the blocks of a document, a quotation, an item or a note. Tags of raw HTML are closed with what holds them. */
export function writeBlocks(writing: Writing, nodes: readonly RootContent[], item?: ItemStyle): void {
  let open: OpenTag[] | undefined;
  let box = item?.box ?? '';
  for (const node of nodes) {
    if (node.type === 'html') {
      open ??= [];
      writeHtmlBlock(writing, node.value, open);
      continue;
    }
    if (open) nameDetails(writing, open);
    if (node.type === 'paragraph') {
      writeParagraph(writing, node, item?.tight ?? false, box);
      box = '';
    } else writeBlock(writing, node);
  }
  if (open) closeTags(writing, open);
}

function writeParagraph(writing: Writing, node: Paragraph, tight: boolean, box: string): void {
  writing.html += tight ? box : `<p>${box}`;
  writeInlines(writing, node.children);
  writing.html += tight ? '' : '</p>\n';
  writing.words += ' ';
}

function writeBlock(writing: Writing, node: Exclude<RootContent, Paragraph>): void {
  switch (node.type) {
    case 'heading':
      writeHeading(writing, node);
      break;
    case 'list':
      writeList(writing, node);
      break;
    case 'blockquote':
      writing.html += '<blockquote>\n';
      writeBlocks(writing, node.children);
      writing.html += '</blockquote>\n';
      break;
    case 'code':
      writeCodeBlock(writing, node);
      break;
    case 'table':
      writeTable(writing, node);
      break;
    case 'thematicBreak':
      writing.html += '<hr>\n';
      break;
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      break;
    default:
      writing.html += escapeHtml(plainText(node as Nodes));
  }
}

/** Long lines scroll sideways, which the keyboard has to reach. */
function writeCodeBlock(writing: Writing, node: Code): void {
  const language = /^[^ \t]+/.exec(node.lang ?? '')?.[0];
  const about = language ? ` class="language-${escapeHtml(language)}"` : '';
  writing.words += `${node.value} `;
  writing.html += `<pre tabindex="0"><code${about}>${escapeHtml(node.value)}${node.value === '' ? '' : '\n'}</code></pre>\n`;
}

function writeHeading(writing: Writing, node: Heading): void {
  const { options } = writing;
  const own = writing.slugOf(node);
  const depth = Math.min(6, node.depth + (options.deeper ?? 0));
  const id = idOf(writing, node, own);
  const { html, words } = writing;
  writing.html = writing.words = '';
  writing.inHeading = true;
  if (node !== writing.title) writeInlines(writing, node.children);
  writing.inHeading = false;
  const inner = writing.html;
  const title = tidy(inner === '' ? plainText(node) : writing.words);
  writing.html = html;
  writing.words = own === undefined ? `${words + title} ` : words;
  if (own !== undefined) writing.beginSection({ id, depth, heading: title });
  if (inner !== '') writing.html += headingHtml(depth, id, inner, title);
  else if (id !== undefined) writing.html += `<div class="anchor" id="${escapeHtml(id)}"></div>\n`;
}

/** The id of a heading; undefined where there are no words to make one of, or another place has it. */
function idOf(writing: Writing, node: Heading, own: string | undefined): string | undefined {
  if (writing.options.onEveryPage || own === '') return undefined;
  return own === undefined ? writing.claim(slugOf(plainText(node))) : writing.prefix + own;
}

/** The link stands beside the heading and not in it: whoever hears a list of the headings hears their words only. */
function headingHtml(depth: number, id: string | undefined, inner: string, title: string): string {
  if (id === undefined) return `<h${depth}>${inner}</h${depth}>\n`;
  const label = escapeHtml(`Link to this section: ${title}`);
  return (
    `<div class="heading"><h${depth} id="${escapeHtml(id)}">${inner}</h${depth}>` +
    `<a class="anchor-link" href="${anchorHref(id)}" aria-label="${label}"><span aria-hidden="true">#</span></a></div>\n`
  );
}

function writeList(writing: Writing, node: List): void {
  const tag = node.ordered ? 'ol' : 'ul';
  const start = node.ordered && typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
  const tasks = node.children.some(({ checked }) => typeof checked === 'boolean') ? ' class="tasks"' : '';
  const loose = node.spread === true || node.children.some(isSpread);
  writing.html += `<${tag}${start}${tasks}>\n`;
  for (const item of node.children) {
    writing.html += '<li>';
    writeBlocks(writing, item.children, { tight: !loose, box: boxOf(item) });
    writing.html += '</li>\n';
  }
  writing.html += `</${tag}>\n`;
}

function isSpread(item: ListItem): boolean {
  return item.spread === true;
}

/** The box of a task, which says by its name too whether it is ticked. */
function boxOf({ checked }: ListItem): string {
  if (typeof checked !== 'boolean') return '';
  return `<input type="checkbox" disabled${checked ? ' checked' : ''} aria-label="${checked ? 'Done' : 'To do'}"> `;
}
