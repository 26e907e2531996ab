import type { Nodes, Root } from 'mdast';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { fillPositions } from '../../core/markdown/fill-positions.js';

/** What satteri 0.10 makes otherwise than remark on text that people write, and how the tree is put right. */

/** A bare address that runs into a `|`: satteri takes the bar, and with it the table's cell, into the address. */
const ADDRESS_AT_BAR = /(?<![<\w]|\]\()(?:https?(?=:\/\/)|www(?=\.))[:.](?=[^\s|<]*(?<!\\)\|)/gi;
/** The line below a table's head; without one there are no cells to lose. */
const DELIMITER_ROW = /^[ \t>|:-]*[|:][ \t|:-]*$/m;
/** Stands for the `:` or `.` of such an address while satteri reads the text; of the same length, so that no place moves. */
const MASKED_COLON = '\uE63A';
const MASKED_DOT = '\uE62E';

/** Hides the addresses that would swallow a table's bars; the same text where there is none. */
export function maskAddresses(text: string): string {
  if (!text.includes('|') || !DELIMITER_ROW.test(text)) return text;
  return text.replace(ADDRESS_AT_BAR, (start) => start.slice(0, -1) + (start.endsWith(':') ? MASKED_COLON : MASKED_DOT));
}

/** Shows the hidden addresses again, and makes links of them as remark's own second look does. */
export function unmaskAddresses(tree: Root, text: string): Root {
  visit(tree, (node) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') Object.assign(node, { [key]: value.replaceAll(MASKED_COLON, ':').replaceAll(MASKED_DOT, '.') });
    }
  });
  for (const transform of gfmAutolinkLiteralFromMarkdown().transforms ?? []) transform(tree);
  return fillPositions(tree, text);
}

/** An address that is recognised only once the text around it has been read: satteri cuts that text in too many pieces. */
const MAY_BE_CUT = /(?<!\]\()(?:www\.|https?:)/i;

/** Puts text nodes that stand side by side together. */
export function joinTexts(tree: Root, text: string): void {
  if (hasMail(text) || MAY_BE_CUT.test(text)) visit(tree, (node) => 'children' in node && joinChildren(node.children as Nodes[]));
}

/** Whether an `@` stands between two words, as in an address for mail. */
function hasMail(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) if (/^\w@\w/.test(text.slice(at - 1, at + 2))) return true;
  return false;
}

function joinChildren(children: Nodes[]): void {
  for (let index = children.length - 1; index > 0; index--) {
    const before = children[index - 1];
    const after = children[index];
    if (before?.type !== 'text' || after?.type !== 'text') continue;
    before.value += after.value;
    if (before.position && after.position) before.position.end = after.position.end;
    children.splice(index, 1);
  }
}

/** A line of HTML before the next item of a list: satteri takes the line break and the indent into the HTML and its item. */
const HTML_BEFORE_ITEM = /^[^\n<]*<[^\n]*\n[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t\r\n]/m;

/** Ends such HTML, and the items that it ends, where its line ends. */
export function trimHtml(tree: Root, text: string): void {
  if (text.includes('<') && HTML_BEFORE_ITEM.test(text)) visit(tree, (node) => node.type === 'listItem' && trimItem(node, text));
}

function trimItem(item: Nodes, text: string): void {
  const chain: Nodes[] = [];
  for (let node: Nodes | undefined = item; node; node = 'children' in node ? (node.children[node.children.length - 1] as Nodes) : undefined)
    chain.push(node);
  const html = chain[chain.length - 1];
  if (html?.type !== 'html' || !html.position || !/[\r\n]$/.test(html.value)) return;
  html.value = html.value.replace(/\r?\n$/, '');
  const offset = text.slice(0, html.position.end.offset).replace(/\r?\n[ \t>]*$/, '').length;
  const end = { line: html.position.end.line - 1, column: offset - text.lastIndexOf('\n', offset - 1), offset };
  for (const node of chain) if (node.position) node.position.end = { ...end };
}

function visit(tree: Root, mend: (node: Nodes) => void): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    mend(node);
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
}
