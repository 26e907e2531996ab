import type { Field, GridControl, Option, PlainValue } from '../../language/details/panel/form.js';
import { idOf, make } from './dom.js';
import { changeText, type Drawing, optionsOf } from './drawing.js';
import { drawItem } from './groups.js';

/** What stands along the sides of the table: the longer list goes down, so that it fits a narrow view. */
interface Sides {
  readonly across: readonly Option[];
  readonly down: readonly (Option | undefined)[];
}

/** A table with a box in each cell, and below it the reason of each entry. */
export function drawGrid({ path, label }: Field, grid: GridControl, drawing: Drawing): HTMLElement[] {
  const { words } = drawing;
  const id = idOf(path);
  const sides: Sides = { across: optionsOf(grid.rows.list, drawing), down: [undefined, ...optionsOf(grid.columns.list, drawing)] };
  const head = sides.across.map((option, index) =>
    make('th', { scope: 'col', id: `${id}~c${index}`, title: option.label }, make('span', {}, shortOf(option))),
  );
  const corner = make('td', {});
  const rows = sides.down.map((option, index) => {
    const name = option ? shortOf(option) : words.wholeRow;
    const header = make('th', { scope: 'row', id: `${id}~r${index}`, title: option?.label }, name);
    return make(
      'tr',
      {},
      header,
      ...sides.across.map((column, at) => drawCell(path, grid, { row: column, column: option, at, index }, drawing)),
    );
  });
  const table = make(
    'table',
    { class: 'cells', 'aria-label': label },
    make('thead', {}, make('tr', {}, corner, ...head)),
    make('tbody', {}, ...rows),
  );
  const reasons = grid.groups.map((group) =>
    drawItem({ ...group, summary: shortSummary(group, grid, drawing) }, { up: false, down: false }, drawing),
  );
  return [
    make('p', { class: 'help' }, words.gridHelp),
    make('div', { class: 'scroller' }, table),
    ...(reasons.length > 0 ? [make('h2', {}, words.reasons), ...reasons] : []),
  ];
}

interface Cell {
  readonly row: Option;
  readonly column: Option | undefined;
  readonly at: number;
  readonly index: number;
}

function drawCell(path: Field['path'], { groups }: GridControl, { row, column, at, index }: Cell, drawing: Drawing): HTMLElement {
  const id = idOf(path);
  const value = column ? column.value : null;
  const entry = groups.find((group) => group.row === row.value && holds(group.columns, value));
  const change = { path, row: row.value, column: value, filled: entry === undefined };
  const input = make('input', {
    type: 'checkbox',
    id: `${id}~${index}.${at}`,
    checked: entry !== undefined,
    'data-control': 'cell',
    'data-change': changeText(change),
    'data-entry': entry ? `${idOf(entry.path)}~item` : undefined,
    'aria-labelledby': `${id}~c${at} ${id}~r${index}`,
    title: entry ? drawing.words.goToReason : undefined,
    disabled: drawing.readOnly,
  });
  return make('td', {}, make('label', { class: 'cell' }, input));
}

function holds(columns: readonly PlainValue[], value: PlainValue): boolean {
  return value === null ? columns.length === 0 : columns.includes(value);
}

function shortSummary({ row, columns, summary }: GridControl['groups'][number], grid: GridControl, drawing: Drawing): string {
  if (row === undefined) return summary;
  const name = (value: PlainValue, list: string) => {
    const option = optionsOf(list, drawing).find((one) => one.value === value);
    return option ? shortOf(option) : String(value);
  };
  const cells = columns.length === 0 ? [drawing.words.wholeRow] : columns.map((value) => name(value, grid.columns.list));
  return `${name(row, grid.rows.list)}: ${cells.join(', ')}`;
}

function shortOf({ short, label }: Option): string {
  return short ?? label;
}
