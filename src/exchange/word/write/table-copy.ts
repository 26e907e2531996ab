import { type Document, type FileChild, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { RootContent } from 'mdast';
import type { CriterionCoverage } from '../../../core/coverage/coverage.js';
import { headingNamed } from '../../../core/coverage/section-states.js';
import type { DocumentFacts } from '../../../core/facts/types.js';
import { documentList, sourceList } from './appendices.js';
import { type ApplicationParts, textFor } from './application-parts.js';
import { blocks } from './blocks.js';
import { Copy } from './copy.js';
import { titleAndNote } from './front.js';
import type { GuidanceText } from './guidance-text.js';
import { noteParagraph } from './headings.js';
import { bookmarks } from './links.js';
import { words } from './looks.js';
import { LYING } from './page-layout.js';
import { withoutGuidance } from './standing.js';
import { STYLE } from './style-ids.js';
import { CELL_MARGINS, HEADING_SHADE, TABLE_LINES } from './table-looks.js';
import type { WordInput } from './types.js';
import { wordDocument } from './word-document.js';

const NUMBER = 750;
const CRITERION = 3100;
const WIDTHS = [NUMBER, CRITERION, LYING.width - NUMBER - CRITERION] as const;
/** What the first section of guidance is called where no type says so. */
const USUAL_SECTION = 'What this means';

/** An application as a table: a row for each criterion, with what the first section of its guidance says. */
export function tableCopy({ application, criteria, documents }: ApplicationParts, input: WordInput): Document {
  const copy = new Copy(input, LYING, documents);
  const titles = criteria.map(({ path }) => sectionTitle(copy, path === undefined ? undefined : input.snapshot.facts(path)));
  const header = titles.find((title) => title !== undefined) ?? USUAL_SECTION;
  const cells = criteria.map((criterion, index) => sectionText(copy, criterion, titles[index] ?? header));
  const referred = documentList(copy);
  const rows = criteria.map((criterion, index) => criterionRow(copy, criterion, cells[index] ?? []));
  const table = new Table({
    rows: [headingRow(['No.', 'Criterion', header]), ...rows],
    ...{ columnWidths: WIDTHS, layout: TableLayoutType.FIXED, borders: TABLE_LINES, margins: CELL_MARGINS },
    width: { size: LYING.width, type: WidthType.DXA },
  });
  const what = `It has a row for each criterion, with the section “${header}” of its guidance.`;
  return wordDocument(copy, application, [
    ...titleAndNote(copy, application, what),
    table,
    new Paragraph({}),
    ...referred,
    ...sourceList(copy),
  ]);
}

/** What the first section of a document is called by its type. */
function sectionTitle(copy: Copy, facts: DocumentFacts | undefined): string | undefined {
  const type = copy.input.snapshot.types.get(facts?.type ?? '');
  return type?.sections.find(({ title }) => title !== undefined)?.title;
}

function sectionText(copy: Copy, criterion: CriterionCoverage, title: string): FileChild[] {
  const { path } = criterion;
  if (path === undefined) return [noteParagraph(withoutGuidance(criterion))];
  const text = textFor(copy, path, 0);
  if (!text) return [noteParagraph(`${path} could not be read: its text is missing here.`)];
  const place = { width: WIDTHS[2] - CELL_MARGINS.left - CELL_MARGINS.right, lists: 0, isQuoted: false, isNote: false };
  const content = blocks(text, sectionOf(text, title), place);
  return content.length > 0 ? content : [noteParagraph('Nothing is written yet.')];
}

/** What stands between the heading of a section and the next one of its depth or less. */
function sectionOf({ tree, facts }: GuidanceText, title: string): RootContent[] {
  const heading = facts.headings[headingNamed(facts, title)];
  if (!heading) return [];
  return tree.children.filter((node) => {
    const at = node.position?.start.offset ?? 0;
    return at >= heading.end && at < heading.sectionEnd;
  });
}

function headingRow(titles: readonly string[]): TableRow {
  const children = titles.map((title, column) => {
    const paragraph = new Paragraph({ style: STYLE.tableHeading, spacing: { after: 0 }, children: [words(title, {})] });
    return new TableCell({ ...widthOf(column), shading: HEADING_SHADE, children: [paragraph] });
  });
  return new TableRow({ children, tableHeader: true });
}

function criterionRow(copy: Copy, { number, title, parts, path }: CriterionCoverage, cell: readonly FileChild[]): TableRow {
  const places = path === undefined ? [] : bookmarks(copy.targets.placeRest(path));
  const named = [
    new Paragraph({ children: [...places, words(title, {})] }),
    ...parts.map((part) => new Paragraph({ children: [words(`${part.label} ${part.title}`, {})] })),
  ];
  return new TableRow({
    children: [
      new TableCell({ ...widthOf(0), children: [new Paragraph({ children: [words(number ?? '', {})] })] }),
      new TableCell({ ...widthOf(1), children: named }),
      new TableCell({ ...widthOf(2), children: cell as readonly (Paragraph | Table)[] }),
    ],
  });
}

function widthOf(column: number) {
  return { width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA } };
}
