import { type SchemaTree, schemaAt } from '../../core/schema/annotations.js';
import type { FieldEdit } from '../../core/yaml/edit-yaml.js';
import { type FieldPath, isMapping, type Mapping, type Value, valueAt } from '../../core/yaml/value.js';
import type { LanguageDocument } from '../language-document.js';
import { emptyItem } from './empty-item.js';
import { OptionLists } from './option-lists.js';
import type { DetailsChange } from './panel/change.js';
import type { PlainValue } from './panel/form.js';

type CellChange = Extract<DetailsChange, { filled: boolean }>;

/**
 * Fills a cell with a group of its own, so that it has a reason of its own; or empties it: the groups that say nothing
 * else go, the others lose the column.
 * @param remove how something at a path is taken out
 * @returns to be made one after the other
 */
export function cellEdits(
  change: CellChange,
  value: Mapping,
  tree: SchemaTree,
  document: LanguageDocument,
  remove: (path: FieldPath) => FieldEdit[] | undefined,
): FieldEdit[] | undefined {
  const { path, row, column, filled } = change;
  const list = schemaAt(tree, path);
  const names = list?.schema['x-grid'];
  const items = list?.items;
  if (!names || !items) return undefined;
  const lists = new OptionLists({ document, facts: document.facts });
  const holding = groupsIn(valueAt(value, path), items, names, lists).filter((group) => group.row === row && holds(group.columns, column));
  if (filled === holding.length > 0) return [];
  if (filled) return [added(change, items, names, valueAt(value, path))];
  const whole = (valueAt(value, path) as readonly Value[]).length;
  // From the end, so that the positions of the others stay.
  const edits = [...holding].reverse().map(({ index, columns }): FieldEdit => {
    const at = columns.length > 1 ? [...path, index, names.columns, columns.indexOf(column as PlainValue)] : [...path, index];
    return { field: at, remove: true };
  });
  const all = edits.length === whole && edits.every(({ field }) => field.length === path.length + 1);
  return all ? remove([...path]) : edits;
}

interface PlacedGroup {
  readonly index: number;
  readonly row: PlainValue;
  readonly columns: readonly PlainValue[];
}

type GridNames = { readonly row: string; readonly columns: string };

/** Fields that cannot be read as the grid has them fill none of its cells. */
function groupsIn(value: Value | undefined, items: SchemaTree, names: GridNames, lists: OptionLists): PlacedGroup[] {
  const [rowTree, columnTree] = [items.properties.get(names.row), items.properties.get(names.columns)?.items];
  if (!Array.isArray(value) || !rowTree || !columnTree) return [];
  return value.flatMap((item: Value, index): PlacedGroup[] => {
    const row = isMapping(item) ? item[names.row] : undefined;
    const columns = (isMapping(item) ? item[names.columns] : undefined) ?? [];
    if (row === undefined || typeof row === 'object' || !Array.isArray(columns)) return [];
    const listed = columns.map((one: Value) => (typeof one === 'object' ? null : lists.listed(one, columnTree)));
    return [{ index, row: lists.listed(row, rowTree), columns: listed }];
  });
}

function holds(columns: readonly PlainValue[], column: PlainValue): boolean {
  return column === null ? columns.length === 0 : columns.includes(column);
}

function added({ path, row, column }: CellChange, items: SchemaTree, names: GridNames, written: Value | undefined): FieldEdit {
  const others = emptyItem(items) as Mapping;
  const cell = { [names.row]: row, ...(column === null ? {} : { [names.columns]: [column] }) };
  const group = { ...cell, ...Object.fromEntries(Object.entries(others).filter(([name]) => name !== names.row && name !== names.columns)) };
  return Array.isArray(written) || written === null ? { field: path, append: group } : { field: path, set: [group] };
}
