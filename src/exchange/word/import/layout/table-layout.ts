import type { Element, RootContent } from 'hast';
import type { ElementPart } from '../../../../core/model/framework.js';
import { capital } from '../../../../core/text/words.js';
import { headingLevel, idsIn, plainTextOf } from '../hast.js';
import { type CriterionMatcher, type Match, nameOf } from '../match/match-criterion.js';
import type { Doubt, Found, FoundText, Layout } from '../types.js';
import { cellText, columnsOf, isWide, type RowSubject, subjectOf, type TableColumns } from './criteria-table.js';
import { type Grid, gridOf } from './grid.js';
import { partNamed } from './parts.js';

/** So many letters of a row are enough to find it. */
const BEGINNING = 40;

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
  for (const row of grid.keys()) reading.row(row);
  return reading;
}

class TableReading {
  readonly found: Found[] = [];
  readonly unplaced: (FoundText & { readonly where: string })[] = [];
  readonly doubts: Doubt[] = [];
  private readonly used = new Set<Element>();
  /** Whether the row before belonged to no criterion: what is merged with it does not either. */
  private wasLeft = false;

  constructor(
    private readonly grid: Grid,
    private readonly columns: TableColumns,
    private readonly table: string,
    private readonly criteria: CriterionMatcher,
  ) {}

  row(row: number): void {
    if (this.isHeading(row)) return;
    const place = `row ${row + 1} of ${this.table}`;
    const where = place + this.beginning(row);
    const last = this.found[this.found.length - 1];
    const isMerged = this.continuesAbove(row);
    const continued = last !== undefined && isMerged;
    const subject = subjectOf(this.grid, row, this.columns, this.criteria);
    const { number, title, match, rest } = subject;
    const isNameless = number === undefined && title === '' && rest.length === 0 && !isWide(this.grid, row);
    const part = last && (continued || number === undefined) && !isWide(this.grid, row) ? this.partAt(row, last) : undefined;
    const isLeft = this.wasLeft && (isMerged || isNameless);
    this.wasLeft = isLeft;
    if (isLeft) this.leave(row, place);
    else if (last && part) this.beginPart(last, part, row, where);
    else if (continued) this.addTexts(last, this.textsOf(row, this.ownTitle(row)));
    else if (match) this.begin({ ...subject, match }, row, where);
    else if (last && isNameless) this.addNameless(last, row, where);
    else {
      this.wasLeft = true;
      this.leave(row, place);
    }
  }

  /** The first words of a row, by which people find it: Word shows no numbers of rows. */
  private beginning(row: number): string {
    const words = plainTextOf(...new Set((this.grid[row] ?? []).flatMap((cell) => cell ?? [])));
    return words === '' ? '' : ` (“${shortened(words)}”)`;
  }

  /** The part that a row is about whose criterion is that of the row above: “a) of design”. */
  private partAt(row: number, { criterion }: Found): ElementPart | undefined {
    const words = this.ownTitle(row);
    return words.length > 0 ? partNamed(plainTextOf(...words), criterion.parts) : undefined;
  }

  private beginPart({ criterion }: Found, part: ElementPart, row: number, where: string): void {
    for (const cell of this.subjectCells(row)) this.used.add(cell);
    this.found.push({ criterion, part, from: 'row', where, texts: this.textsOf(row), bookmarks: [] });
  }

  /** What the cells of number and title say that are not merged with those above. */
  private ownTitle(row: number): FoundText['blocks'] {
    return this.subjectCells(row).flatMap((cell) => (this.used.has(cell) ? [] : (cell.children as RootContent[])));
  }

  private subjectCells(row: number): Element[] {
    return [this.columns.number, this.columns.title].flatMap((column) => (column === undefined ? [] : (this.grid[row]?.[column] ?? [])));
  }

  private addNameless(last: Found, row: number, where: string): void {
    const says = `The text in ${where} has no number and no title. It was put behind the row above.`;
    const texts = this.textsOf(row);
    if (texts.some(({ blocks }) => blocks.length > 0)) this.doubts.push({ about: nameOf(last.criterion), says });
    this.addTexts(last, texts);
  }

  private begin({ match, rest }: RowSubject & { match: Match }, row: number, where: string): void {
    const { criterion, part, doubt } = match;
    if (doubt) this.doubts.push({ about: `${capital(where)}`, says: doubt });
    const cells = this.subjectCells(row);
    for (const cell of cells) this.used.add(cell);
    this.tellMerged(row, nameOf(criterion));
    // The parts that a criterion has are often named below its title: that is no text about them.
    const words = rest.filter((block) => plainTextOf(block) !== '' && partNamed(plainTextOf(block), criterion.parts) === undefined);
    this.found.push({ criterion, part, from: 'row', where, texts: this.textsOf(row, words), bookmarks: idsIn(...cells) });
  }

  /** Text in a cell that is merged over several criteria, or over several columns, is put into the first: a person should know. */
  private tellMerged(row: number, about: string): void {
    const cells = this.grid[row] ?? [];
    for (const [index, { column, heading }] of this.columns.texts.entries()) {
      const cell = cells[column];
      if (!cell || cellText(cell) === '') continue;
      const words = `The text “${shortened(cellText(cell))}”`;
      const before = this.columns.texts[index - 1];
      if (before && cells[before.column] === cell)
        this.doubts.push({
          about,
          says: `${words} stands in a cell over the columns “${before.heading}” and “${heading}”. It was put into the first.`,
        });
      else if (this.used.has(cell) && this.grid[row - 1]?.[column] === cell)
        this.doubts.push({
          about,
          says: `${words} stands in a cell that is merged with the row above. It was put there alone: say it here too where it holds for both.`,
        });
    }
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

  /** The texts of a row by columns; what is given besides comes first. */
  private textsOf(row: number, before: FoundText['blocks'] = []): FoundText[] {
    const texts = this.columnTexts(row);
    if (before.length === 0) return texts;
    const [first = { heading: '', level: 2, blocks: [] }, ...others] = texts;
    for (const cell of this.subjectCells(row)) this.used.add(cell);
    return [{ ...first, blocks: [...before, ...first.blocks] }, ...others];
  }

  private columnTexts(row: number): FoundText[] {
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
      return cell !== undefined && cellText(cell) !== '' && cell === this.grid[row - 1]?.[column ?? 0] && !isWide(this.grid, row);
    });
  }

  /** The headings of the columns, come again on another page. */
  private isHeading(row: number): boolean {
    const words = this.wordsOf(row);
    return this.columns.headings.has(row) || (words.trim() !== '' && [...this.columns.headings].some((one) => this.wordsOf(one) === words));
  }

  private wordsOf(row: number): string {
    return (this.grid[row] ?? []).map(cellText).join('\t');
  }
}

function shortened(words: string): string {
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING).trimEnd()}…` : words;
}

/** The level of a heading over blocks: one above the highest in them. */
function levelAbove(blocks: FoundText['blocks']): number {
  const levels = blocks.map(headingLevel).filter((level) => level > 0);
  return levels.length > 0 ? Math.min(...levels) - 1 : 2;
}
