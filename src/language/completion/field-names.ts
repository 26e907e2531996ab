import type { SchemaTree } from '../../core/schema/annotations.js';
import type { OffsetRange } from '../../core/text/range.js';
import { describeField } from '../descriptions/field.js';
import { requiredOf } from '../scaffold/front-matter.js';
import { type CompletionItem, order } from './completion-item.js';

/** Where the name of a field is to stand. */
export interface NamePlace {
  /** The fields that are there already. */
  readonly present: readonly string[];
  readonly range: OffsetRange;
  readonly flow: boolean;
  /** Whether a colon follows already. */
  readonly named: boolean;
  readonly column: number;
  /** What stands before the name: the dash of a list. */
  readonly before: string;
  readonly eol: string;
}

/** The fields that a mapping can still have, those that it must have first. */
export function fieldNames(schema: SchemaTree, place: NamePlace): CompletionItem[] {
  const required = requiredOf(schema.schema);
  return [...schema.properties]
    .filter(([name]) => !place.present.includes(name))
    .map(([name, child], index): CompletionItem => {
      const isRequired = required.includes(name);
      const follows = place.named ? '' : `:${continuation(child, place)}`;
      return {
        label: name,
        kind: 'field',
        detail: `${child.schema.title ?? ''}${isRequired ? ' (required)' : ''}`.trim(),
        documentation: describeField(name, child, isRequired),
        filterText: `${name} ${child.schema.title ?? ''}`.trim(),
        sortText: order(index, isRequired ? '0' : '1'),
        edit: { ...place.range, text: place.before + name + follows },
        ...(!place.named && hasOffers(child) ? { asksOn: true } : {}),
      };
    })
    .sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

/** What follows the colon, up to where the value is to be written. */
function continuation(child: SchemaTree, { flow, column, before, eol }: NamePlace): string {
  const isText = child.schema.enum !== undefined || (child.items === undefined && child.properties.size === 0);
  if (flow || isText) return ' ';
  const below = `${eol}${' '.repeat(column + before.length + 2)}`;
  if (!child.items) return below;
  const [first] = child.items.properties.size > 0 ? requiredOf(child.items.schema) : [];
  return `${below}- ${first === undefined ? '' : `${first}: `}`;
}

/** Whether something can be chosen where the value is to be written. */
function hasOffers({ schema, items, properties, annotated }: SchemaTree): boolean {
  return (
    annotated ||
    items !== undefined ||
    properties.size > 0 ||
    schema.enum !== undefined ||
    schema.const !== undefined ||
    schema.type === 'boolean'
  );
}
