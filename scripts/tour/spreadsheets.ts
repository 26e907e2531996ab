import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { exported } from './command.js';
import type { Findings } from './findings.js';
import { fileOf } from './places.js';

const FILES = ['criteria', 'claims', 'gaps', 'matrix'];

/** What is covered, as tables. */
export async function spreadsheets(findings: Findings): Promise<void> {
  await findings.look('coverage as CSV', 'csv-parse', () => {
    exported('csv');
    const rows = (name: string) => (parse(fileOf(`csv/${name}.csv`), { bom: true, columns: true }) as unknown[]).length;
    return told(FILES.map((name) => [name, rows(name)]));
  });
  await findings.look('coverage as XLSX', 'read-excel-file', async () => {
    exported('xlsx');
    const sheets = await readExcelFile(fileOf('xlsx/coverage.xlsx'));
    return told(sheets.map(({ sheet, data }) => [sheet, data.length - 1]));
  });
}

function told(tables: readonly (readonly [name: string, rows: number])[]): string {
  if (tables.length !== FILES.length) throw new Error(`${tables.length} tables, and not ${FILES.length}`);
  return `rows: ${tables.map(([name, rows]) => `${name} ${rows}`).join(', ')}`;
}
