import type { OffsetRange } from '../../core/text/range.js';
import { closeTo, type FieldCursor, isAt, type Level, levelAt, pathTo } from './field-cursor.js';
import { flowCursor, flowEnd } from './flow-cursor.js';
import { type Line, linesOf } from './lines.js';
import { opensBlockText, unquoted, type YamlRow, yamlRow } from './yaml-row.js';

/**
 * What a place in YAML is for.
 * @param text the whole file
 * @param region where its YAML stands
 * @returns undefined in comments and in texts of several lines
 */
export function fieldCursorAt(text: string, region: OffsetRange, offset: number): FieldCursor | undefined {
  const levels: Level[] = [];
  // The rows that belong to a text of several lines, by the column that they are deeper than; or up to an offset.
  let deeper: number | undefined;
  let skipTo = region.start;
  for (const line of linesOf(text, region.start, region.end)) {
    const reached = offset <= line.end;
    if (line.start < skipTo) continue;
    const blank = line.text.trim() === '';
    if (deeper !== undefined) {
      const column = blank && reached ? offset - line.start : indentOf(line.text);
      if ((blank && !reached) || column > deeper) {
        if (reached) return undefined;
        continue;
      }
      deeper = undefined;
    }
    if (reached) return new CursorRow(text, region, offset, line, levels).read();
    if (blank) continue;
    const row = yamlRow(line.text);
    takeRow(row, levels);
    const written = row.value ?? { column: row.column, text: row.content };
    const parent = levels[levels.length - 1]?.column ?? 0;
    if (opensBlockText(written.text)) deeper = parent;
    if (!/^[[{]/.test(written.text)) continue;
    const start = line.start + written.column;
    const end = flowEnd(text, start, region.end);
    if (end > line.end && offset <= end) return flowCursor(text, start, end, offset, pathTo(levels));
    skipTo = end;
  }
  return undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Goes one row on. */
function takeRow(row: YamlRow, levels: Level[]): void {
  for (const dash of row.dashes) nextItem(levelAt(levels, 'list', dash));
  if (row.key) {
    const level = levelAt(levels, 'map', row.column);
    level.step = row.key.name;
    level.written = row.value?.text ?? '';
    level.names.push(row.key.name);
  } else if (row.dashes.length > 0 && row.content !== '') {
    const list = levels[levels.length - 1];
    if (list?.kind === 'list') {
      list.written = row.content;
      list.names.push(unquoted(row.content));
    }
  }
}

function nextItem(list: Level): void {
  list.step = Number(list.step) + 1;
  list.written = '';
}

/** The row that holds the offset. */
class CursorRow {
  private readonly row: YamlRow;
  private readonly column: number;

  constructor(
    private readonly text: string,
    private readonly region: OffsetRange,
    private readonly offset: number,
    private readonly line: Line,
    private readonly levels: Level[],
  ) {
    this.row = yamlRow(line.text);
    this.column = offset - line.start;
  }

  read(): FieldCursor | undefined {
    const { row, levels, line, column } = this;
    // In a comment, or before what the line holds.
    if (line.text.length > row.column + row.content.length && line.text.slice(row.column + row.content.length, column).includes('#'))
      return undefined;
    if (line.text.trim() !== '' && column < row.column && (row.content !== '' || row.dashes.length === 0)) return undefined;
    for (const dash of row.dashes) nextItem(levelAt(levels, 'list', dash));
    if (row.key && row.value) return column <= row.column + row.key.length ? this.key(row.key.name) : this.value(row.key.name, row.value);
    if (/^[[{]/.test(row.content)) return this.flow(row.column);
    return row.dashes.length > 0 ? this.item() : this.loose();
  }

  /** On the name of a field that has its colon. */
  private key(name: string): FieldCursor {
    const { row, levels } = this;
    levelAt(levels, 'map', row.column);
    const siblings = this.fieldsBeside(row.column).filter((other) => other !== name);
    return this.found('key', siblings, this.at(row.column, row.column + (row.key?.length ?? 0)), { named: true, up: 1 });
  }

  private value(name: string, value: { readonly column: number; readonly text: string }): FieldCursor | undefined {
    const level = levelAt(this.levels, 'map', this.row.column);
    level.step = name;
    if (/^[[{]/.test(value.text) && this.column > value.column) return this.flow(value.column);
    const start = Math.min(value.column, this.column);
    return this.found('value', [], this.at(start, Math.max(value.column + value.text.length, this.column)), { named: true });
  }

  private flow(column: number): FieldCursor | undefined {
    const start = this.line.start + column;
    return flowCursor(this.text, start, flowEnd(this.text, start, this.region.end), this.offset, pathTo(this.levels));
  }

  /** Behind a dash: a value, or the first field of a mapping. */
  private item(): FieldCursor {
    const { row, levels, column } = this;
    const list = levels[levels.length - 1];
    const siblings = [...(list?.names ?? []), ...this.itemsBelow(list?.column ?? 0)];
    const start = row.content === '' ? column : row.column;
    return this.found('open', siblings, this.at(start, Math.max(row.column + row.content.length, column)), { column: start });
  }

  /** On a line of its own without a colon: another field, something below a field, or another item. */
  private loose(): FieldCursor | undefined {
    const { row, levels, column } = this;
    const start = row.content === '' ? column : row.column;
    const range = this.at(start, Math.max(row.column + row.content.length, column));
    closeTo(levels, start);
    const above = levels[levels.length - 1];
    if (above?.kind === 'list' && above.column === start) {
      levels.pop();
      if (!isAt(levels, 'map', start)) return this.found('item', [...above.names, ...this.itemsBelow(start)], range, { column: start });
    }
    const top = levels[levels.length - 1];
    if (top && top.column < start)
      return top.kind === 'list' || top.written !== '' ? undefined : this.found('open', this.itemsBelow(start), range, { column: start });
    levelAt(levels, 'map', start);
    return this.found('key', this.fieldsBeside(start), range, { up: 1, column: start });
  }

  private found(
    at: FieldCursor['at'],
    siblings: readonly string[],
    range: OffsetRange,
    more: { readonly named?: boolean; readonly up?: number; readonly column?: number },
  ): FieldCursor {
    const path = pathTo(more.up ? this.levels.slice(0, -more.up) : this.levels);
    return { at, path, range, siblings, flow: false, named: more.named ?? false, column: more.column ?? this.row.column };
  }

  private at(start: number, end: number): OffsetRange {
    return { start: this.line.start + start, end: this.line.start + end };
  }

  /** The names of the fields of the innermost mapping, those that follow too. */
  private fieldsBeside(column: number): string[] {
    const own = this.levels[this.levels.length - 1]?.names ?? [];
    const below = this.rowsBelow(column).flatMap((row) => (row.dashes.length === 0 && row.key ? [row.key.name] : []));
    return [...own, ...below];
  }

  /** The plain items that follow in a list whose dashes stand in a column. */
  private itemsBelow(column: number): string[] {
    const items: string[] = [];
    for (const row of this.rowsBelow(column)) {
      if (row.dashes.length === 0) break;
      if (!row.key && row.content !== '') items.push(unquoted(row.content));
    }
    return items;
  }

  /** The rows that begin in a column, up to the first that begins before it. */
  private rowsBelow(column: number): YamlRow[] {
    const rows: YamlRow[] = [];
    for (const line of linesOf(this.text, this.line.end, this.region.end)) {
      const indent = indentOf(line.text);
      if (line.start <= this.line.end || indent === line.text.length || line.text[indent] === '#') continue;
      if (indent < column) break;
      if (indent === column) rows.push(yamlRow(line.text));
    }
    return rows;
  }
}
