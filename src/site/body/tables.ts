import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { plainText } from '../../core/markdown/visit.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { writeInlines } from './inlines.js';
import type { Writing } from './writing.js';

/** Writes a table in a frame that scrolls sideways by itself, which the keyboard therefore has to reach. */
export function writeTable(writing: Writing, node: Table): void {
  const [head, ...rows] = node.children;
  const align = node.align ?? [];
  writing.inTable = true;
  writing.html += `<div class="table-scroll" role="group" tabindex="0" aria-label="${escapeHtml(labelOf(head))}">\n<table>\n<thead>\n`;
  if (head) writeRow(writing, head, align, 'th');
  writing.html += '</thead>\n';
  if (rows.length > 0) {
    writing.html += '<tbody>\n';
    for (const row of rows) writeRow(writing, row, align, 'td');
    writing.html += '</tbody>\n';
  }
  writing.html += '</table>\n</div>\n';
  writing.inTable = false;
}

function labelOf(head: TableRow | undefined): string {
  const titles = head?.children.map((cell) => plainText(cell).trim()).filter((title) => title !== '') ?? [];
  return titles.length === 0 ? 'Table' : `Table: ${titles.join(', ')}`;
}

/** Every row has the cells of the head: what is missing is empty, and what is too much is left out. */
function writeRow(writing: Writing, row: TableRow, align: readonly AlignType[], tag: 'th' | 'td'): void {
  writing.html += '<tr>\n';
  const count = align.length || row.children.length;
  for (let column = 0; column < count; column++) writeCell(writing, row.children[column], align[column], tag);
  writing.html += '</tr>\n';
}

function writeCell(writing: Writing, cell: TableCell | undefined, align: AlignType | undefined, tag: 'th' | 'td'): void {
  // A heading without words would announce nothing.
  const name = cell && cell.children.length > 0 ? tag : 'td';
  writing.html += `<${name}${name === 'th' ? ' scope="col"' : ''}${align ? ` class="align-${align}"` : ''}>`;
  if (cell) writeInlines(writing, cell.children);
  writing.html += `</${name}>\n`;
  writing.words += ' ';
}
