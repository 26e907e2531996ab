import type { Element } from 'hast';
import { capital } from '../../../../core/text/words.js';
import { type CriterionMatcher, nameOf } from '../match/match-criterion.js';
import type { Doubt, Found, FoundText, Layout } from '../types.js';
import { cellText, columnsOf, subjectOf, type TableColumns } from './criteria-table.js';
import { type Grid, gridOf } from './grid.js';
import { headingLevel, idsIn } from './hast.js';

/** What a table of criteria holds; undefined where it is about something else. */
export function tableLayout(
  table: Element,
  place: number,
  criteria: CriterionMatcher,
): Pick<Layout, 'found' | 'unplaced' | 'doubts'> | undefined {
  const grid = gridOf(table);
  const columns = columnsOf(grid, criteria);
  if (!columns) return undefined;
  const reading = new TableReading(grid, columns, `table ${place}`, criteria);
  for (let row = columns.firstRow; row < grid.length; row++) reading.row(row);
  return reading;
}

class TableReading {
  readonly found: Found[] = [];
  readonly unplaced: (FoundText & { readonly where: string })[] = [];
  readonly doubts: Doubt[] = [];
  private readonly used = new Set<Element>();

  constructor(
    private readonly grid: Grid,
    private readonly columns: TableColumns,
    private readonly table: string,
    private readonly criteria: CriterionMatcher,
  ) {}

  row(row: number): void {
    const where = `row ${row + 1} of ${this.table}`;
    if (this.isHeading(row)) return;
    const last = this.found[this.found.length - 1];
    const continued = last !== undefined && this.continuesAbove(row);
    const { number, title, match } = subjectOf(this.grid, row, this.columns, this.criteria);
    const isNameless = number === undefined && title === '' && !this.isWide(row);
    if (continued) this.add(last, row);
    else if (match) this.begin(match, row, where);
    else if (last && isNameless) this.addNameless(last, row, where);
    else this.leave(row, where);
  }

  private addNameless(last: Found, row: number, where: string): void {
    const says = `The text in ${where} has no number and no title. It was put behind the row above.`;
    const texts = this.textsOf(row);
    if (texts.some(({ blocks }) => blocks.length > 0)) this.doubts.push({ about: nameOf(last.criterion), says });
    this.addTexts(last, texts);
  }

  private begin(match: NonNullable<ReturnType<typeof subjectOf>['match']>, row: number, where: string): void {
    const { criterion, part, doubt } = match;
    if (doubt) this.doubts.push({ about: `${capital(where)}`, says: doubt });
    const cells = [this.columns.number, this.columns.title].flatMap((column) =>
      column === undefined ? [] : (this.grid[row]?.[column] ?? []),
    );
    for (const cell of cells) this.used.add(cell);
    this.found.push({ criterion, part, where, texts: this.textsOf(row), bookmarks: idsIn(...cells) });
  }

  private add(last: Found, row: number): void {
    this.addTexts(last, this.textsOf(row));
  }

  private addTexts(last: Found, more: readonly FoundText[]): void {
    const texts = last.texts.map((text, index) => ({ ...text, blocks: [...text.blocks, ...(more[index]?.blocks ?? [])] }));
    this.found[this.found.length - 1] = { ...last, texts };
  }

  /** A row that belongs to no criterion is kept for a person to place. */
  private leave(row: number, where: string): void {
    const cells = [...new Set(this.grid[row])].filter((cell) => cell !== undefined && !this.used.has(cell)) as Element[];
    for (const cell of cells) this.used.add(cell);
    const blocks = cells.flatMap((cell) => cell.children) as FoundText['blocks'];
    if (blocks.length > 0 && cells.some((cell) => cellText(cell) !== ''))
      this.unplaced.push({ heading: '', level: levelAbove(blocks), blocks, where });
  }

  private textsOf(row: number): FoundText[] {
    return this.columns.texts.map(({ column, heading }) => {
      const cell = this.grid[row]?.[column];
      if (!cell || this.used.has(cell)) return { heading, level: 2, blocks: [] };
      this.used.add(cell);
      const blocks = cell.children as FoundText['blocks'];
      return { heading, level: levelAbove(blocks), blocks };
    });
  }

  /** A merged cell of number or title, or none of either beside one that is merged. */
  private continuesAbove(row: number): boolean {
    return [this.columns.number, this.columns.title].some((column) => {
      const cell = column === undefined ? undefined : this.grid[row]?.[column];
      return cell !== undefined && cellText(cell) !== '' && cell === this.grid[row - 1]?.[column ?? 0] && !this.isWide(row);
    });
  }

  /** One cell that goes across the whole table. */
  private isWide(row: number): boolean {
    const cells = this.grid[row] ?? [];
    return cells.length > 1 && new Set(cells).size === 1;
  }

  /** The headings of the columns, come again on another page. */
  private isHeading(row: number): boolean {
    const cells = this.grid[row] ?? [];
    const headings = this.columns.texts.filter(({ heading }) => heading !== '');
    return headings.length > 0 && headings.every(({ column, heading }) => cellText(cells[column]) === heading);
  }
}

/** The level of a heading over blocks: one above the highest in them. */
function levelAbove(blocks: FoundText['blocks']): number {
  const levels = blocks.map(headingLevel).filter((level) => level > 0);
  return levels.length > 0 ? Math.min(...levels) - 1 : 2;
}
