import { REVIEW_FIELDS, reviewDue } from '../../core/coverage/coverage.js';
import { type SchemaTree, schemaAt } from '../../core/schema/annotations.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { FieldPath } from '../../core/yaml/value.js';
import { dateSaid } from '../descriptions/document.js';
import { describeField } from '../descriptions/field.js';
import { paragraphs } from '../descriptions/markdown.js';
import { fieldCursorAt } from '../fields/field-cursor-at.js';
import { typeTree } from '../fields/type-tree.js';
import { readableFacts } from '../fields/yaml-region.js';
import type { LanguageDocument } from '../language-document.js';
import { requiredOf } from '../scaffold/front-matter.js';
import type { Hover } from './hover.js';

/** The help of the field at an offset, on its name or its value; the YAML need not be whole. */
export function fieldHover(document: LanguageDocument, region: OffsetRange, offset: number): Hover | undefined {
  const { text } = document.source;
  const cursor = fieldCursorAt(text, region, offset);
  if (!cursor || cursor.range.start === cursor.range.end) return undefined;
  const written = text.slice(cursor.range.start, cursor.range.end);
  const path = cursor.at === 'key' ? [...cursor.path, written] : cursor.path;
  const tree = typeTree(readableFacts(document), document.snapshot);
  const contents = tree && fieldHelp(path, tree, document);
  return contents ? { range: cursor.range, contents } : undefined;
}

/** What a schema says of the field of a path, or of the one that holds it as a list, and when a review is due. */
export function fieldHelp(path: FieldPath, tree: SchemaTree, document: LanguageDocument): string | undefined {
  const named = typeof path[path.length - 1] === 'number' ? path.slice(0, -1) : path;
  const name = named[named.length - 1];
  const schema = schemaAt(tree, named);
  const parent = schemaAt(tree, named.slice(0, -1));
  if (!schema || name === undefined) return undefined;
  const isRequired = parent !== undefined && requiredOf(parent.schema).includes(String(name));
  return paragraphs(describeField(String(name), schema, isRequired), reviewSaid(named, document));
}

/** When the next review is due, for the fields that say so. */
export function reviewSaid(path: FieldPath, { facts, today }: LanguageDocument): string | undefined {
  const due = path.length === 1 && REVIEW_FIELDS.includes(String(path[0])) ? reviewDue(facts) : undefined;
  return due === undefined ? undefined : `The next review is due ${dateSaid(due, today)}.`;
}
