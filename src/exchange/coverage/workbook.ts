import { strToU8, type Zippable, zipSync } from 'fflate';
import { textOf } from '../../map/markup.js';
import type { Cell, Table } from './tables.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The first moment that a zip file can name, in local time as the format has it: the same bytes wherever and whenever. */
const TIME = new Date(1980, 0, 1);
/** A cell holds no more, in UTF-16 code units. */
const LONGEST = 32_767;
/** In characters. */
const WIDTHS = { least: 8, most: 60 } as const;

/**
 * Tables as an Excel workbook, a sheet each, with a heading that stays and can be filtered by (ISO/IEC 29500-1,
 * SpreadsheetML). Texts are cells of text, whatever they begin with: none is a formula.
 */
export function workbook(tables: readonly Table[]): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(tables),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(tables),
    'xl/_rels/workbook.xml.rels': relations([
      ...tables.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  };
  for (const [index, table] of tables.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(table);
  const zipped: Zippable = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(zipped, { mtime: TIME, level: 6 });
}

function contentTypes(tables: readonly Table[]): string {
  const part = (name: string, type: string) => `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const sheets = tables.map((_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet')).join('');
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${sheets}</Types>`;
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

function workbookXml(tables: readonly Table[]): string {
  const sheets = tables.map(({ title }, index) => `<sheet name="${textOf(title)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Style 0 is for cells, which wrap; style 1 for headings. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

function sheetXml({ columns, rows }: Table): string {
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`;
  const widths = columns.map((title, index) => {
    const longest = Math.max(title.length + 2, ...rows.map((row) => String(row[index] ?? '').length));
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest))}" customWidth="1"/>`;
  });
  const lines = [columns, ...rows].map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, index === 0 ? 1 : 0));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

function cellXml(cell: Cell, place: string, style: number): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textOf(fitted(cell))}</t></is></c>`;
}

function fitted(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** The name of a column, of which there are less than 26. */
function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
