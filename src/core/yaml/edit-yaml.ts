import { type Document, isMap, isScalar, isSeq, type Pair, stringify, type YAMLMap } from 'yaml';
import type { TextEdit } from '../text/range.js';
import { locateInDocument } from './locate-yaml.js';
import { parseYamlDocument } from './parse-yaml.js';
import type { FieldPath, Value } from './value.js';

/** A change to one field of a YAML text, told by where it is and not by offsets. */
export type FieldEdit =
  | { readonly field: FieldPath; readonly set: Value }
  | { readonly field: FieldPath; readonly rename: string }
  | { readonly field: FieldPath; readonly append: Value }
  | { readonly field: FieldPath; readonly remove: true };

/**
 * The smallest text edit that makes a change to a field: comments, the order of keys, line endings and everything
 * around it stay as they are.
 * @returns offsets from the start of `text`; undefined where the field, or for a new one its parent, is not there
 */
export function editField(text: string, edit: FieldEdit): TextEdit | undefined {
  const document = parseYamlDocument(text);
  // A path that leads nowhere is located at what lacks it: that must not be renamed or removed in its stead.
  if (('rename' in edit || 'remove' in edit) && !document.hasIn(edit.field)) return undefined;
  if ('rename' in edit) return { ...locateInDocument(document, text, edit.field, 'key'), text: edit.rename };
  if ('remove' in edit) return removal(document, text, edit.field);
  if ('append' in edit) return appending(document, text, edit.field, edit.append);
  const node = document.getIn(edit.field, true);
  if (node !== undefined && isScalar(node) && node.range) {
    // A block scalar's range holds the end of its last line, which has to stay.
    const eol = /\r?\n$/.exec(text.slice(node.range[0], node.range[1]))?.[0] ?? '';
    const end = node.range[1] - eol.length;
    // Where there was no value yet, nothing keeps the new one apart from the colon and a comment.
    const before = /[:-]/.test(text[node.range[0] - 1] ?? '') ? ' ' : '';
    const after = text[end] === '#' ? ' ' : '';
    return { start: node.range[0], end, text: before + inline(edit.set, node.type) + after };
  }
  if (node !== undefined) return undefined;
  return insertion(document, text, edit.field, edit.set);
}

/** A scalar; a text in the quotes that the old one wore. */
function inline(value: Value, style: string | undefined): string {
  if (typeof value === 'string' && (style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE')) {
    return stringify(value, { defaultStringType: style, lineWidth: 0 }).trimEnd();
  }
  return stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: !Array.isArray(value) }).trimEnd();
}

function insertion(document: Document.Parsed, text: string, path: FieldPath, value: Value): TextEdit | undefined {
  const parentPath = path.slice(0, -1);
  const key = path[path.length - 1];
  const parent = parentPath.length === 0 ? document.contents : document.getIn(parentPath, true);
  if (parent === null) return { start: text.length, end: text.length, text: entry(String(key), value, '', lineEnding(text)) };
  if (!isMap(parent) || typeof key !== 'string' || parent.flow) return undefined;
  const indent = indentOf(parent, text);
  const last = parent.items[parent.items.length - 1];
  const at = endOfEntry(last as Pair, text);
  const eol = lineEnding(text);
  const needsBreak = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '');
  const line = entry(key, value, indent, eol);
  return { start: at, end: at, text: needsBreak ? eol + line.slice(0, -eol.length) : line };
}

function entry(key: string, value: Value, indent: string, eol: string): string {
  return stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => indent + line + eol)
    .join('');
}

function appending(document: Document.Parsed, text: string, path: FieldPath, value: Value): TextEdit | undefined {
  const node = document.getIn(path, true);
  if (node === undefined) return insertion(document, text, path, [value]);
  if (!isSeq(node) || !node.range) return undefined;
  const last = node.items[node.items.length - 1] as { range?: readonly number[] } | undefined;
  if (node.flow) {
    const at = last?.range?.[1] ?? node.range[0] + 1;
    return { start: at, end: at, text: `${last ? ', ' : ''}${inline(value, undefined)}` };
  }
  const dash = text.lastIndexOf('-', last?.range?.[0] ?? node.range[0]);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  const at = lineEnd(text, last?.range?.[1] ?? node.range[1]);
  const eol = lineEnding(text);
  const item = `${indent}- ${inline(value, undefined)}`;
  return /[\r\n]/.test(text[at - 1] ?? '') ? { start: at, end: at, text: item + eol } : { start: at, end: at, text: eol + item };
}

function removal(document: Document.Parsed, text: string, path: FieldPath): TextEdit | undefined {
  const range = locateInDocument(document, text, path, 'entry');
  const start = text.lastIndexOf('\n', range.start) + 1;
  const before = text.slice(start, range.start);
  // Only whole lines go: an entry that shares its line with another would take it along.
  const item = typeof path[path.length - 1] === 'number';
  if (!(item ? /^[ ]*- +$/ : /^[ ]*$/).test(before)) return undefined;
  return { start, end: lineEnd(text, range.end), text: '' };
}

function indentOf(map: YAMLMap, text: string): string {
  const first = map.items[0]?.key as { range?: readonly number[] } | undefined;
  const start = first?.range?.[0] ?? 0;
  // A mapping inside a list begins behind its dash: its other keys stand in the same column.
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
}

function endOfEntry(pair: Pair, text: string): number {
  const value = pair.value as { range?: readonly number[] } | null;
  const key = pair.key as { range?: readonly number[] } | null;
  return lineEnd(text, value?.range?.[1] ?? key?.range?.[1] ?? text.length);
}

/** The offset after the line that holds an offset; a block scalar's range ends there already. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
