import { stringify } from 'yaml';
import type { SchemaTree } from '../../core/schema/annotations.js';
import { isCalendarDate } from '../../core/schema/dates.js';
import { type FieldPath, isMapping, type Value, valueAt } from '../../core/yaml/value.js';
import type { ValuePlace } from '../completion/value-offer.js';
import { valuesFor } from '../completion/values.js';
import { requiredOf } from '../scaffold/front-matter.js';
import { OptionLists } from './option-lists.js';
import type { Control, Field, GridAxis, GridControl, GridGroup, Group, PlainValue } from './panel/form.js';
import { Problems } from './problems.js';

/** A text of this length does not fit into a line of a side view. */
const LONG = 48;
const SUMMARY = 60;

/** Makes the fields of a form, from what the schema says and what is written. */
export class FieldMaker {
  readonly lists: OptionLists;
  readonly problems = new Problems();

  constructor(private readonly place: Omit<ValuePlace, 'path'>) {
    this.lists = new OptionLists(place);
  }

  /**
   * The fields of a mapping: all that its schema has, and what else is written there.
   * @param above the places that this one is in: a schema can hold itself, and a form cannot
   */
  fieldsOf(tree: SchemaTree, value: Value | undefined, path: FieldPath, above: readonly SchemaTree[] = []): Field[] {
    const required = requiredOf(tree.schema);
    const written = isMapping(value) ? value : {};
    const strays = Object.keys(written).filter((name) => !tree.properties.has(name));
    return [
      ...[...tree.properties].map(([name, child]) =>
        this.field(child, written[name], [...path, name], required.includes(name), [...above, tree]),
      ),
      ...strays.map((name) => this.stray(tree.additional, name, written[name], [...path, name], [...above, tree])),
    ];
  }

  private field(tree: SchemaTree, value: Value | undefined, path: FieldPath, required: boolean, above: readonly SchemaTree[]): Field {
    const { title, description } = tree.schema;
    const label = title ?? String(path[path.length - 1]);
    return {
      path,
      label,
      ...(description === undefined ? {} : { help: description }),
      required,
      present: value !== undefined,
      problems: this.problems.at(path, label),
      control: this.control(tree, value, path, above),
    };
  }

  /** A field that the schema does not name: the linter says what it thinks of it. */
  private stray(
    tree: SchemaTree | undefined,
    name: string,
    value: Value | undefined,
    path: FieldPath,
    above: readonly SchemaTree[],
  ): Field {
    if (tree) return { ...this.field(tree, value, path, false, above), label: tree.schema.title ?? name };
    return { path, label: name, required: false, present: true, problems: this.problems.at(path), control: textOnly(value) };
  }

  private control(tree: SchemaTree, value: Value | undefined, path: FieldPath, above: readonly SchemaTree[]): Control {
    const list = this.lists.listFor(tree, path);
    if (list !== undefined) return this.choice(list, tree, value);
    if (tree.items) return this.list(tree, tree.items, value, path, above);
    if (tree.properties.size > 0) {
      if (above.includes(tree) || (value !== undefined && value !== null && !isMapping(value))) return textOnly(value);
      return { kind: 'group', fields: this.fieldsOf(tree, value, path, above) };
    }
    return this.single(tree, value, path);
  }

  private choice(list: string, tree: SchemaTree, value: Value | undefined): Control {
    if (!isPlain(value)) return textOnly(value);
    return { kind: 'choice', list, ...(value === undefined ? {} : { value: this.lists.listed(value, tree) }) };
  }

  private list(tree: SchemaTree, items: SchemaTree, value: Value | undefined, path: FieldPath, above: readonly SchemaTree[]): Control {
    const written = value ?? [];
    if (!Array.isArray(written)) return textOnly(value);
    const item = [...path, 0];
    if (items.properties.size > 0) {
      if (above.includes(items) || !written.every(isMapping)) return textOnly(value);
      return this.grid(tree, items, written, path, above) ?? this.groups(tree, items, written, path, above);
    }
    const list = this.lists.listFor(items, item);
    if (!written.every(isPlain)) return textOnly(value);
    if (list !== undefined) return { kind: 'choices', list, values: written.map((one) => this.lists.listed(one as PlainValue, items)) };
    const isText = [items.schema.type ?? 'string'].flat().includes('string');
    return isText && !items.items ? { kind: 'texts', values: written.map((one) => String(one ?? '')) } : textOnly(value);
  }

  private groups(tree: SchemaTree, items: SchemaTree, written: readonly Value[], path: FieldPath, above: readonly SchemaTree[]): Control {
    const groups = written.map((value, index) => this.group(items, value, [...path, index], [...above, tree]));
    return { kind: 'groups', item: items.schema.title ?? tree.schema.title ?? String(path[path.length - 1]), groups };
  }

  private group(items: SchemaTree, value: Value, path: FieldPath, above: readonly SchemaTree[]): Group {
    const problems = this.problems.at(path);
    const fields = this.fieldsOf(items, value, path, above);
    return { path, summary: this.summary(fields), fields, problems };
  }

  /** The first thing that a group says. */
  private summary(fields: readonly Field[]): string {
    for (const { control } of fields) {
      if (control.kind === 'text' && control.value !== '') return shortened(control.value);
      if (control.kind === 'choice' && control.value !== undefined) return shortened(this.lists.labelOf(control.value, control.list));
    }
    return '';
  }

  private grid(
    tree: SchemaTree,
    items: SchemaTree,
    written: readonly Value[],
    path: FieldPath,
    above: readonly SchemaTree[],
  ): GridControl | undefined {
    const names = tree.schema['x-grid'];
    if (!names) return undefined;
    const row = items.properties.get(names.row);
    const column = items.properties.get(names.columns);
    const rows = row && this.axis(row, row, [...path, 0, names.row]);
    const columns = column?.items && this.axis(column, column.items, [...path, 0, names.columns, 0]);
    if (!row || !rows || !columns || !column.items) return undefined;
    const columnItems = column.items;
    const placing = [names.row, names.columns];
    const groups = written.map((value, index): GridGroup => {
      const group = this.group(items, value, [...path, index], [...above, tree]);
      const own = valueAt(value, [names.columns]) ?? [];
      const rowValue = this.listed(valueAt(value, [names.row]), row, rows.list);
      const columnValues = Array.isArray(own) ? own.map((one: Value) => this.listed(one, columnItems, columns.list)) : [undefined];
      // What the grid shows has no field of its own; what has no place in it has.
      const isPlaced = rowValue !== undefined && !columnValues.includes(undefined);
      const hidden = isPlaced ? placing : [];
      for (const name of hidden) this.problems.forget([...group.path, name]);
      const cells = columnValues.flatMap((one) => (one === undefined ? [] : [one]));
      const summary = [
        ...(rowValue === undefined ? [] : [this.lists.labelOf(rowValue, rows.list)]),
        ...cells.map((one) => this.lists.labelOf(one, columns.list)),
      ].join(' · ');
      const fields = group.fields.filter((field) => !hidden.includes(String(field.path[field.path.length - 1])));
      return { ...group, summary, fields, ...(isPlaced ? { row: rowValue } : {}), columns: isPlaced ? cells : [] };
    });
    return { kind: 'grid', item: tree.schema.title ?? '', rows, columns, groups };
  }

  private axis(titled: SchemaTree, tree: SchemaTree, path: FieldPath): GridAxis | undefined {
    const list = this.lists.listFor(tree, path);
    return list === undefined ? undefined : { label: titled.schema.title ?? String(path[path.length - 1]), list };
  }

  /** A value as it stands along a side of a grid; undefined where it does not. */
  private listed(value: Value | undefined, tree: SchemaTree, list: string): PlainValue | undefined {
    if (!isPlain(value) || value === undefined) return undefined;
    const listed = this.lists.listed(value, tree);
    return this.lists.has(listed, list) ? listed : undefined;
  }

  private single(tree: SchemaTree, value: Value | undefined, path: FieldPath): Control {
    const { schema } = tree;
    if (!isPlain(value)) return textOnly(value);
    const types = [schema.type ?? 'string'].flat();
    if (types.includes('string')) {
      const text = value === undefined || value === null ? '' : String(value);
      if (schema.format === 'date') return { kind: 'date', value: text, valid: text === '' || isCalendarDate(text) };
      const long = schema['x-prose'] === true || text.length > LONG || text.includes('\n');
      const offers = long || schema.format !== undefined ? [] : valuesFor(tree, { ...this.place, path });
      const suggestions = offers.map((offer) => String(offer.value)).filter((offer) => offer.length <= LONG);
      return { kind: 'text', value: text, long, suggestions };
    }
    if (types.includes('boolean') && (typeof value === 'boolean' || value === undefined || value === null)) {
      return { kind: 'checkbox', value: value ?? schema.default === true };
    }
    if ((types.includes('integer') || types.includes('number')) && (typeof value === 'number' || value === undefined || value === null)) {
      const least = schema.minimum === undefined ? {} : { least: schema.minimum };
      const number = typeof value === 'number' ? { value } : {};
      return { kind: 'number', ...number, whole: !types.includes('number'), ...least };
    }
    return textOnly(value);
  }
}

function isPlain(value: Value | undefined): value is PlainValue | undefined {
  return value === null || typeof value !== 'object';
}

function textOnly(value: Value | undefined): Control {
  return {
    kind: 'text-only',
    text: value === undefined ? '' : stringify(value, { lineWidth: 0 }).trimEnd(),
    removable: value !== undefined,
  };
}

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= SUMMARY ? words : `${words.slice(0, SUMMARY - 1).trimEnd()}…`;
}
