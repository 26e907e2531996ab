import { columnsOf, padTo } from './columns.js';
import { wrap } from './wrap.js';

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly side?: 'left' | 'right';
}

const GAP = '  ';
/** No column is squeezed below this. */
const NARROWEST = 8;

/** A table of text with its head underlined; where it would be too wide, its widest columns wrap. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const widths = fitted(
    columns.map((column, index) => Math.max(...[column.title, ...rows.map((row) => row[index] ?? '')].map(columnsOf))),
    width,
  );
  const line = (cells: readonly string[]) => rowLines(cells, widths, columns);
  const rule = widths.map((size) => '-'.repeat(size)).join(GAP);
  return [...line(columns.map((column) => column.title)), rule, ...rows.flatMap(line)].map((text) => `${text.trimEnd()}\n`).join('');
}

/** The same table in GitHub's Markdown. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[], textOf = markdownText): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => (cell === '' ? ' ' : textOf(cell))).join(' | ')} |\n`;
  const rule = `|${columns.map(({ side }) => (side === 'right' ? ' ---: ' : ' --- ')).join('|')}|\n`;
  return line(columns.map((column) => column.title)) + rule + rows.map(line).join('');
}

/** A text that stays text in Markdown. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/**
 * A text that stays text in a comment on GitHub or GitLab: “[@smith-2020]” calls nobody of that name, and what looks like
 * an entity stays as it is.
 */
export function commentText(text: string): string {
  return markdownText(text)
    .replace(/&(?=[#\w]+;)/g, '&amp;')
    .replace(/@(?=\w)/g, '@<!-- -->');
}

function rowLines(cells: readonly string[], widths: readonly number[], columns: readonly Column[]): string[] {
  const wrapped = widths.map((size, index) => wrap(cells[index] ?? '', size));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped.map((lines, index) => padTo(lines[row] ?? '', widths[index] ?? 0, columns[index]?.side)).join(GAP),
  );
}

/** Takes from the widest column until everything fits. */
function fitted(natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, size) => sum + size, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
