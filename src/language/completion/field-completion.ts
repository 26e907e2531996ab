import { stringify } from 'yaml';
import type { SchemaTree } from '../../core/schema/annotations.js';
import { schemaAt } from '../../core/schema/annotations.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { Value } from '../../core/yaml/value.js';
import type { FieldCursor } from '../fields/field-cursor.js';
import { fieldCursorAt } from '../fields/field-cursor-at.js';
import { typeTree } from '../fields/type-tree.js';
import { readableFacts } from '../fields/yaml-region.js';
import type { LanguageDocument } from '../language-document.js';
import { yamlInline } from '../scaffold/scaffold-file.js';
import { type CompletionItem, type CompletionList, complete, NOTHING, order } from './completion-item.js';
import { fieldNames, type NamePlace } from './field-names.js';
import { narrow } from './narrow.js';
import type { ValueOffer, ValuePlace } from './value-offer.js';
import { valuesFor } from './values.js';

/** What can be written at a place in front matter or in a data file. */
export function completeFields(document: LanguageDocument, region: OffsetRange, offset: number): CompletionList {
  const { text } = document.source;
  const cursor = fieldCursorAt(text, region, offset);
  if (!cursor) return NOTHING;
  const facts = readableFacts(document);
  const tree = typeTree(facts, document.snapshot);
  const schema = tree && schemaAt(tree, cursor.path);
  if (!schema) return NOTHING;
  const place: ValuePlace = { document, facts, path: cursor.path };
  switch (cursor.at) {
    case 'key':
      return complete(fieldNames(schema, namePlace(cursor, text)));
    case 'value':
      return schema.items && !cursor.flow ? NOTHING : values(schema, place, cursor, text);
    case 'item':
      return schema.items ? begun(schema.items, { ...place, path: [...cursor.path, 0] }, cursor, text, '- ') : NOTHING;
    case 'open':
      return schema.items
        ? begun(schema.items, { ...place, path: [...cursor.path, 0] }, cursor, text, '- ')
        : begun(schema, place, cursor, text, '');
  }
}

/** What begins a value: the names of its fields where it is a mapping. */
function begun(schema: SchemaTree, place: ValuePlace, cursor: FieldCursor, text: string, before: string): CompletionList {
  if (schema.properties.size === 0) return values(schema, place, cursor, text, before);
  // Nothing else of this mapping is written yet: what is beside it belongs to the list.
  return complete(fieldNames(schema, { ...namePlace({ ...cursor, siblings: [] }, text), before }));
}

function namePlace({ siblings, range, flow, named, column }: FieldCursor, text: string): NamePlace {
  return { present: siblings, range, flow, named, column, before: '', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function values(schema: SchemaTree, place: ValuePlace, cursor: FieldCursor, text: string, before = ''): CompletionList {
  const { range, siblings } = cursor;
  const written = text.slice(range.start, range.end);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const offers = valuesFor(schema, place).filter(({ value }) => !siblings.includes(String(value)));
  const { some, incomplete } = narrow(offers, written, ({ names }) => names.toLowerCase());
  const lead = (text[range.start - 1] === ':' ? ' ' : '') + before;
  return { items: some.map((offer, index) => item(offer, index, cursor, lead, quote)), incomplete };
}

function item(offer: ValueOffer, index: number, { range, flow }: FieldCursor, lead: string, quote: string): CompletionItem {
  const { label, kind, detail, documentation, names, value } = offer;
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation ? { documentation: documentation() } : {}),
    filterText: quote + names,
    sortText: order(index),
    edit: { ...range, text: lead + (flow ? inBrackets(value) : yamlInline(value)) },
  };
}

/** A value as it can stand between brackets, where a comma would end it. */
function inBrackets(value: Value): string {
  return stringify([value], { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trim().slice(1, -1);
}
