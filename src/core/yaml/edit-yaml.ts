import { type Document, isMap, isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { TextEdit } from '../text/range.js';
import { appending, entryRange, isInFlow, moving, removal } from './edit-list.js';
import { locateInDocument } from './locate-yaml.js';
import { parseYamlDocument } from './parse-yaml.js';
import type { FieldPath, Value } from './value.js';
import { blockText, entryLines, inFlow, inline, lineEnd, lineEnding, lineStart, linesAt } from './write-yaml.js';

/** A change to one field of a YAML text, told by where it is and not by offsets. */
export type FieldEdit =
  | { readonly field: FieldPath; readonly set: Value }
  | { readonly field: FieldPath; readonly rename: string }
  | { readonly field: FieldPath; readonly append: Value }
  | { readonly field: FieldPath; readonly remove: true }
  /** An item of a list, with the position that it is to have. */
  | { readonly field: FieldPath; readonly moveTo: number };

/**
 * The smallest text edit that makes a change to a field: comments, the order of keys, line endings and everything
 * around it stay as they are.
 * @returns offsets from the start of `text`; undefined where the field, or for a new one its parent, is not there
 */
export function editField(text: string, edit: FieldEdit): TextEdit | undefined {
  const document = parseYamlDocument(text);
  const { field } = edit;
  // A path that leads nowhere is located at what lacks it: that must not be renamed or removed in its stead.
  if (('rename' in edit || 'remove' in edit || 'moveTo' in edit) && !document.hasIn(field)) return undefined;
  if ('rename' in edit) return { ...locateInDocument(document, text, field, 'key'), text: edit.rename };
  if ('remove' in edit) return removal(document, text, field);
  if ('moveTo' in edit) return moving(document, text, field, edit.moveTo);
  const node = document.getIn(field, true);
  if ('append' in edit) {
    return node === undefined ? insertion(document, text, field, [edit.append]) : appending(document, text, field, edit.append);
  }
  if (node === undefined) return insertion(document, text, field, edit.set);
  return isScalar(node) && node.range ? replacement(document, text, field, node, edit.set) : undefined;
}

function replacement(document: Document.Parsed, text: string, field: FieldPath, node: Scalar, set: Value): TextEdit {
  const [start, valueEnd] = node.range ?? [0, 0];
  // A block scalar's range holds the end of its last line, which has to stay.
  const eol = /\r?\n$/.exec(text.slice(start, valueEnd))?.[0] ?? '';
  const end = valueEnd - eol.length;
  // Where there was no value yet, nothing keeps the new one apart from the colon and a comment.
  const before = /[:-]/.test(text[start - 1] ?? '') ? ' ' : '';
  const after = text[end] === '#' ? ' ' : '';
  return { start, end, text: before + scalarText(document, text, field, node, set) + after };
}

/** A new value in the form of the old one: in its quotes, between brackets, or as a block of lines. */
function scalarText(document: Document.Parsed, text: string, field: FieldPath, node: Scalar, set: Value): string {
  const [start, end] = node.range ?? [0, 0];
  // Nothing between quotes wears them for its own sake.
  const style = node.value === '' ? undefined : (node.type ?? undefined);
  if (isInFlow(document, field)) return inFlow(set, style);
  const isBlock = style === 'BLOCK_FOLDED' || style === 'BLOCK_LITERAL';
  const hasLines = typeof set === 'string' && /[^\n]\n/.test(set) && /^[ \t]*\r?(?:\n|$)/.test(text.slice(end));
  if (typeof set !== 'string' || set.trim() === '' || !(isBlock || hasLines)) return inline(set, style);
  const line = lineStart(text, start);
  // Below a field, and for an item of a list below its dash.
  const column = /^(?: *- )* */.exec(text.slice(line, start))?.[0].length ?? 0;
  const isItem = typeof field[field.length - 1] === 'number';
  return blockText(set, isBlock ? text.slice(start, end) : '|', ' '.repeat(isItem ? column : column + 2), lineEnding(text));
}

function insertion(document: Document.Parsed, text: string, path: FieldPath, value: Value): TextEdit | undefined {
  const parentPath = path.slice(0, -1);
  const key = path[path.length - 1];
  const parent = parentPath.length === 0 ? document.contents : document.getIn(parentPath, true);
  const eol = lineEnding(text);
  if (parent === null && parentPath.length === 0) return linesAt(text, text.length, entryLines(String(key), value, '', eol));
  if (!isMap(parent) || typeof key !== 'string') return undefined;
  if (parent.flow || isInFlow(document, parentPath)) return flowInsertion(parent, key, value);
  const last = parent.items[parent.items.length - 1];
  return linesAt(text, endOfEntry(last as Pair, text), entryLines(key, value, indentOf(parent, text), eol));
}

function flowInsertion(parent: YAMLMap, key: string, value: Value): TextEdit | undefined {
  const last = entryRange(parent.items[parent.items.length - 1]);
  const at = last?.end ?? (parent.range?.[0] ?? 0) + 1;
  return { start: at, end: at, text: `${last ? ', ' : ''}${inline(key, undefined)}: ${inFlow(value)}` };
}

function indentOf(map: YAMLMap, text: string): string {
  const first = map.items[0]?.key as { range?: readonly number[] } | undefined;
  const start = first?.range?.[0] ?? 0;
  // A mapping inside a list begins behind its dash: its other keys stand in the same column.
  return ' '.repeat(start - lineStart(text, start));
}

function endOfEntry(pair: Pair, text: string): number {
  const value = pair.value as { range?: readonly number[] } | null;
  const key = pair.key as { range?: readonly number[] } | null;
  return lineEnd(text, value?.range?.[1] ?? key?.range?.[1] ?? text.length);
}
