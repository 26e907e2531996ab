import { csvText } from '../csv.js';
import type { ExchangeFile, ExchangeInput } from '../types.js';
import { type Cell, coverageTables } from './tables.js';

/** Without this mark Excel reads a file as of some other encoding than UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Coverage as comma-separated values, a file a table. */
export function* coverageCsvFiles(input: ExchangeInput): Generator<ExchangeFile> {
  for (const { key, columns, rows } of coverageTables(input)) {
    yield { path: `${key}.csv`, content: BYTE_ORDER_MARK + csvText([columns, ...rows.map((row) => row.map(cellText))]) };
  }
}

/** A spreadsheet takes a text that begins so for a formula, and runs it; behind an apostrophe it is text. */
function cellText(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
