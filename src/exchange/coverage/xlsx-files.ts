import type { ExchangeFile, ExchangeInput } from '../types.js';
import { coverageTables } from './tables.js';
import { workbook } from './workbook.js';

/** Coverage as a workbook, with a sheet a table. */
export function* coverageXlsxFiles(input: ExchangeInput): Generator<ExchangeFile> {
  const tables = coverageTables(input);
  if (tables.length > 0) yield { path: 'coverage.xlsx', content: workbook(tables) };
}
