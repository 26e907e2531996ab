import type { Column } from '../../map/report/markdown-table.js';
import { columnsOf, padTo } from './columns.js';
import { wrap } from './wrap.js';

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
