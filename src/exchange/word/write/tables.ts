import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { AlignType, TableCell as MarkdownCell, Table as MarkdownTable } from 'mdast';
import { plainText } from '../../../core/markdown/visit.js';
import { inlines } from './inlines.js';
import type { Line, Place, WordBlock } from './line.js';
import { leftOutNote } from './pictures.js';
import { listIndent, STYLE } from './style-ids.js';
import { CELL_MARGINS, HEADING_SHADE, TABLE_LINES } from './table-looks.js';

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
/** In letters: columns with less are as wide as one of so many, and those with more no wider. */
const COLUMN = { least: 8, most: 60 } as const;

/** A table with a heading that is repeated on each page, and what keeps it apart from a table that may follow. */
export function wordTable(line: Line, node: MarkdownTable, place: Place): WordBlock[] {
  const align = node.align ?? [];
  const [head] = node.children;
  const count = Math.max(1, align.length || (head?.children.length ?? 0));
  const indent = place.lists > 0 ? listIndent(place.lists - 1) : 0;
  const widths = columnWidths(node, count, place.width - indent);
  const leftOut: Line['leftOut'] = [];
  const rows = node.children.map((row, index) => {
    const cells = widths.map((width, column) =>
      cell({ ...line, width, leftOut }, row.children[column], { align: align[column], isHead: index === 0 }),
    );
    return new TableRow({ children: cells, ...(index === 0 ? { tableHeader: true } : {}) });
  });
  const table = new Table({
    ...{ rows, columnWidths: widths, layout: TableLayoutType.FIXED, borders: TABLE_LINES, margins: CELL_MARGINS },
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(indent > 0 ? { indent: { size: indent, type: WidthType.DXA } } : {}),
  });
  return [table, new Paragraph({ spacing: { after: 60, line: 120, lineRule: 'exact' } }), ...leftOut.map(leftOutNote)];
}

function cell(line: Line, node: MarkdownCell | undefined, { align, isHead }: { align: AlignType | undefined; isHead: boolean }): TableCell {
  const style = isHead ? { style: STYLE.tableHeading } : {};
  const alignment = align ? { alignment: ALIGNMENTS[align] } : {};
  const children = node ? inlines({ ...line, width: line.width - CELL_MARGINS.left - CELL_MARGINS.right }, node.children) : [];
  return new TableCell({
    ...(isHead ? { shading: HEADING_SHADE } : {}),
    width: { size: line.width, type: WidthType.DXA },
    children: [new Paragraph({ ...style, ...alignment, spacing: { after: 0 }, children })],
  });
}

/** Each column by its longest text, so that short ones leave room for long ones. */
function columnWidths(node: MarkdownTable, count: number, width: number): number[] {
  const lengths = Array.from({ length: count }, (_, column) => {
    const longest = Math.max(...node.children.map((row) => textLength(row.children[column])));
    return Math.min(COLUMN.most, Math.max(COLUMN.least, longest));
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => Math.floor((width * length) / total));
}

function textLength(node: MarkdownCell | undefined): number {
  return node ? plainText(node).length : 0;
}
