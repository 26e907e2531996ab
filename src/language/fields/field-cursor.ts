import type { OffsetRange } from '../../core/text/range.js';
import type { FieldPath } from '../../core/yaml/value.js';

/** What a place in a YAML text is for, told from its lines alone: the text need not be whole. */
export interface FieldCursor {
  /**
   * `key`: the name of a field of the mapping at `path`. `value`: the value at `path`. `open`: something at `path` that
   * is still to begin, which its schema makes the fields of a mapping, the items of a list or a value. `item`: another
   * item of the list at `path`.
   */
  readonly at: 'key' | 'value' | 'open' | 'item';
  readonly path: FieldPath;
  /** What is written there; empty where nothing is. */
  readonly range: OffsetRange;
  /** The names of the mapping's other fields, or what else the list holds. */
  readonly siblings: readonly string[];
  /** Whether it stands within `[…]` or `{…}`. */
  readonly flow: boolean;
  /** Whether the name of a field has its colon already. */
  readonly named: boolean;
  /** The column in which it begins, and in which other fields of the same mapping would. */
  readonly column: number;
}

/** A mapping or a list that is being read. */
export interface Level {
  readonly kind: 'map' | 'list';
  readonly column: number;
  /** The current field's name, or the current item's position. */
  step: string | number;
  /** What the current field has behind its colon in its own line. */
  written: string;
  /** The names of all fields, or the items that are plain values. */
  readonly names: string[];
}

/** The way to the current field or item. */
export function pathTo(levels: readonly Level[]): FieldPath {
  return levels.map((level) => level.step);
}

/** The level for a field or a dash in a column: the one that is open there, or a new one; deeper ones are closed. */
export function levelAt(levels: Level[], kind: Level['kind'], column: number): Level {
  closeTo(levels, column);
  // A list may stand in its key's own column; the next key ends it.
  if (kind === 'map' && isAt(levels, 'list', column)) levels.pop();
  const top = levels[levels.length - 1];
  if (top?.kind === kind && top.column === column) return top;
  const made: Level = { kind, column, step: kind === 'list' ? -1 : '', written: '', names: [] };
  levels.push(made);
  return made;
}

/** Closes what is deeper than a column. */
export function closeTo(levels: Level[], column: number): void {
  while ((levels[levels.length - 1]?.column ?? -1) > column) levels.pop();
}

/** Whether the innermost level is of a kind and in a column. */
export function isAt(levels: readonly Level[], kind: Level['kind'], column: number): boolean {
  const top = levels[levels.length - 1];
  return top?.kind === kind && top.column === column;
}
