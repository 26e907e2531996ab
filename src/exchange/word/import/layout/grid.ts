import type { Element } from 'hast';
import { isElement } from '../hast.js';

/** The cells of a table by rows and columns: a merged cell is the same object in each of its places. */
export type Grid = readonly (readonly (Element | undefined)[])[];

/** No table of guidance is wider, and a merged cell that claims more columns would make the grid grow without end. */
const WIDEST = 64;

/** Lays out a table with its merged cells, as HTML forms its grid. */
export function gridOf(table: Element): Grid {
  const rows = rowsOf(table);
  const grid: (Element | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row.children) {
      if (!isElement(cell, 'td', 'th')) continue;
      while (grid[y]?.[x] !== undefined) x++;
      const across = spanOf(cell, 'colSpan', WIDEST - x);
      const down = spanOf(cell, 'rowSpan', rows.length - y);
      for (let dy = 0; dy < down; dy++) for (let dx = 0; dx < across; dx++) setCell(grid[y + dy], x + dx, cell);
      // A cell of its own has its place, however many there are: no word is lost.
      const row = grid[y];
      if (row) row[x] = cell;
      x += across;
    }
  }
  return grid;
}

function setCell(row: (Element | undefined)[] | undefined, x: number, cell: Element): void {
  if (row && x < WIDEST) row[x] = cell;
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child, 'thead', 'tbody', 'tfoot') ? child.children.filter((row) => isElement(row, 'tr')) : [];
  });
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan', most: number): number {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isInteger(span) ? Math.max(1, Math.min(span, most)) : 1;
}
