import type { Element, RootContent } from 'hast';
import { isElement, plainTextOf } from '../hast.js';
import type { CriterionMatcher, Match } from '../match/match-criterion.js';
import { type GivenNumber, numberBefore, numberIn } from '../match/number.js';
import type { Grid } from './grid.js';

/** Where a table has what. */
export interface TableColumns {
  /** The column of the numbers, where they have one of their own. */
  readonly number: number | undefined;
  readonly title: number;
  /** The columns of the text, with their headings. */
  readonly texts: readonly { readonly column: number; readonly heading: string }[];
  /** The rows that hold the headings of the columns. */
  readonly headings: ReadonlySet<number>;
}

/** A row as far as it can be told what it is about. */
export interface RowSubject {
  readonly number: GivenNumber | undefined;
  readonly title: string;
  readonly match: Match | undefined;
  /** What the cells of number and title say besides these. */
  readonly rest: readonly RootContent[];
}

/** A longer cell is text, and heads no column. */
const LONGEST_HEADING = 120;

/** A column is that of the titles where its cells have this much in common with them, on average of those that match. */
const TITLES = 0.45;
/** A title that is so much like a criterion’s is no chance. */
const SURELY = 0.8;

/**
 * The columns of a table of criteria.
 * @returns undefined where the table is about something else
 */
export function columnsOf(grid: Grid, criteria: CriterionMatcher): TableColumns | undefined {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const numbers = columns.map((column) => grid.filter((row) => isNumber(row[column], criteria)).length);
  const best = Math.max(0, ...numbers);
  const number = best >= 1 && best >= grid.length / 4 ? numbers.indexOf(best) : undefined;
  const titles = columns
    .filter((column) => column !== number)
    .map((column) => ({ column, ...likenessOf(grid, { number, column }, criteria) }));
  const [named] = titles.filter(({ rows }) => rows > 0).sort((one, other) => other.total - one.total);
  const isTitled = named && named.total / named.rows >= TITLES && isEnough(named, number !== undefined, grid);
  const title = isTitled ? named : numbersAlone(grid, number, best);
  if (!title) return undefined;
  const firstRow = grid.findIndex((_, row) => subjectOf(grid, row, { number, title: title.column }, criteria).match !== undefined);
  const headings = headingRows(grid, firstRow, number);
  const texts = columns
    .filter((column) => column !== number && column !== title.column)
    .map((column) => ({ column, heading: headingOf(grid, column, headings) }));
  return { number, title: title.column, texts, headings };
}

/** A column of numbers that says in its heading that they are criteria’s needs no titles beside it. */
function numbersAlone(grid: Grid, number: number | undefined, rows: number): { readonly column: number } | undefined {
  if (number === undefined || rows < 2) return undefined;
  return /criteri/i.test(cellText(grid[0]?.[number])) ? { column: number } : undefined;
}

/** One row alone makes a table of criteria only where both its number and its title are those of one. */
function isEnough({ rows, total }: { rows: number; total: number }, isNumbered: boolean, { length }: Grid): boolean {
  return rows >= Math.min(2, length) || (isNumbered && total / rows >= SURELY);
}

/** What a row is about, by its number and its title. */
export function subjectOf(
  grid: Grid,
  row: number,
  { number: numberColumn, title: titleColumn }: Pick<TableColumns, 'number' | 'title'>,
  criteria: CriterionMatcher,
): RowSubject {
  const cells = grid[row] ?? [];
  const ownNumber = numberColumn === undefined ? undefined : numberOf(grid, row, numberColumn);
  if (numberColumn === titleColumn && ownNumber) return { number: ownNumber, title: '', match: criteria.match(ownNumber, ''), rest: [] };
  const read = (text: string) => {
    const { number: inTitle, title } = numberBefore(text);
    const number = ownNumber ?? inTitle;
    return { number, title, match: criteria.match(number, title) };
  };
  const whole = read(cellText(cells[titleColumn]));
  const numberRest = numberColumn === undefined || ownNumber ? [] : saying(cells[numberColumn]);
  const [first, ...others] = saying(cells[titleColumn]);
  // Below a title there may be text; a title in several lines is one, though, and more like the criterion’s as a whole.
  const alone = first && others.length > 0 ? read(plainTextOf(first)) : undefined;
  if (alone?.match && alone.match.likeness > (whole.match?.likeness ?? 0)) return { ...alone, rest: [...numberRest, ...others] };
  return { ...whole, rest: numberRest };
}

/** The blocks of a cell that say something. */
function saying(cell: Element | undefined): RootContent[] {
  return (cell?.children ?? []).filter((child) => plainTextOf(child) !== '' || hasPicture(child));
}

function hasPicture(node: RootContent): boolean {
  return isElement(node, 'img') || (isElement(node) && node.children.some(hasPicture));
}

/** The number in a cell; where Word counts by itself there is only an empty item of a list, and its place says the number. */
function numberOf(grid: Grid, row: number, column: number): GivenNumber | undefined {
  const cell = grid[row]?.[column];
  const written = numberIn(cellText(cell));
  if (written || !isCounted(cell)) return written;
  const before = new Set(grid.slice(0, row).flatMap(({ [column]: other }) => (other && isCounted(other) ? [other] : [])));
  return { number: String(before.size + 1), part: undefined };
}

function isNumber(cell: Element | undefined, criteria: CriterionMatcher): boolean {
  const given = numberIn(cellText(cell));
  return (given !== undefined && criteria.has(given.number)) || isCounted(cell);
}

function isCounted(cell: Element | undefined): boolean {
  return cell !== undefined && plainTextOf(cell) === '' && cell.children.some((child) => isElement(child, 'ol'));
}

/** How many rows match by the titles of a column, and how alike these are in all. */
function likenessOf(
  grid: Grid,
  { number, column }: { readonly number: number | undefined; readonly column: number },
  criteria: CriterionMatcher,
): { rows: number; total: number } {
  let rows = 0;
  let total = 0;
  for (const row of grid.keys()) {
    const { match, title } = subjectOf(grid, row, { number, title: column }, criteria);
    if (!match || title === '') continue;
    rows++;
    total += match.likeness;
  }
  return { rows, total };
}

/**
 * The rows above the first criterion that head the columns: the first one, where it has short cells, no number, and not one
 * cell across the whole table; and those below it that are merged with it or marked as headings.
 */
function headingRows(grid: Grid, firstRow: number, number: number | undefined): Set<number> {
  const headings = new Set<number>();
  const isMarked = (cells: Grid[number]) => cells.every((cell) => isElement(cell, 'th'));
  // Where rows about criteria are marked as headings too, the mark says nothing.
  const areMarked = !isMarked(grid[firstRow] ?? []);
  for (const row of [...grid.keys()].slice(0, firstRow)) {
    const cells = grid[row] ?? [];
    const isPossible =
      !isWide(grid, row) &&
      (number === undefined || numberIn(cellText(cells[number])) === undefined) &&
      cells.every((cell) => cellText(cell).length <= LONGEST_HEADING);
    const above = headings.has(row - 1) ? grid[row - 1] : undefined;
    const isMore = above?.some((cell, column) => cell !== undefined && cell === cells[column]) || (areMarked && isMarked(cells));
    if (isPossible && (headings.size === 0 || isMore)) headings.add(row);
  }
  return headings;
}

/** One cell that goes across the whole table. */
export function isWide(grid: Grid, row: number): boolean {
  const cells = grid[row] ?? [];
  return cells.length > 1 && new Set(cells).size === 1;
}

function headingOf(grid: Grid, column: number, headings: ReadonlySet<number>): string {
  const above = new Set([...headings].flatMap((row) => grid[row]?.[column] ?? []));
  return plainTextOf(...above);
}

/** The text of a cell, on one line. */
export function cellText(cell: Element | undefined): string {
  return cell ? plainTextOf(cell) : '';
}
