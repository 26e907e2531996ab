import { type Document, isMap, isScalar, isSeq, type YAMLSeq } from 'yaml';
import type { OffsetRange, TextEdit } from '../text/range.js';
import { locateInDocument } from './locate-yaml.js';
import type { FieldPath, Value } from './value.js';
import { inFlow, inline, itemLines, lineEnd, lineEnding, lineStart, linesAt } from './write-yaml.js';

/** Adds an item at the end of a list, in the form that the list has; `node` is the list, or the nothing in its place. */
export function appending(document: Document.Parsed, text: string, path: FieldPath, value: Value): TextEdit | undefined {
  const node = document.getIn(path, true);
  if (isScalar(node) && node.value === null) return firstItem(document, text, path, value);
  if (!isSeq(node) || !node.range) return undefined;
  const last = rangeOf(node.items[node.items.length - 1]);
  if (node.flow) {
    const isGroup = typeof value === 'object' && value !== null;
    if (!last && isGroup && !isInFlow(document, path.slice(0, -1))) return firstItem(document, text, path, value);
    const at = last?.end ?? node.range[0] + 1;
    return { start: at, end: at, text: `${last ? ', ' : ''}${inFlow(value)}` };
  }
  const dash = text.lastIndexOf('-', (last?.start ?? node.range[0]) - 1);
  const indent = text.slice(lineStart(text, dash), dash);
  const eol = lineEnding(text);
  const item = /^ *$/.test(indent) ? itemLines(value, indent, eol) : `${indent}- ${inline(value, undefined)}${eol}`;
  return linesAt(text, lineEnd(text, last?.end ?? node.range[1]), item);
}

/** Puts the first item below its field; empty brackets go, and a comment beside them stays where it is. */
function firstItem(document: Document.Parsed, text: string, path: FieldPath, value: Value): TextEdit | undefined {
  if (isInFlow(document, path.slice(0, -1))) return undefined;
  const key = locateInDocument(document, text, path, 'key');
  const colon = text.indexOf(':', key.end);
  if (colon < 0 || typeof path[path.length - 1] !== 'string') return undefined;
  const node = document.getIn(path, true);
  const after = isSeq(node) && node.range ? node.range[1] : colon + 1;
  const end = lineEnd(text, after);
  const comment = text.slice(after, end).trim();
  const eol = lineEnding(text);
  const lines = itemLines(value, ' '.repeat(key.start - lineStart(text, key.start) + 2), eol);
  const hasBreak = /\n$/.test(text.slice(0, end));
  return { start: colon + 1, end, text: `${comment === '' ? '' : ` ${comment}`}${eol}${hasBreak ? lines : lines.slice(0, -eol.length)}` };
}

/** Takes out an entry of a mapping or an item of a list; comments on lines of their own stay. */
export function removal(document: Document.Parsed, text: string, path: FieldPath): TextEdit | undefined {
  const range = locateInDocument(document, text, path, 'entry');
  const above = path.slice(0, -1);
  const parent = above.length === 0 ? document.contents : document.getIn(above, true);
  if ((isMap(parent) || isSeq(parent)) && parent.flow) return flowRemoval(parent, range);
  const start = lineStart(text, range.start);
  const before = text.slice(start, range.start);
  const item = typeof path[path.length - 1] === 'number';
  if ((item ? /^[ ]*- +$/ : /^[ ]*$/).test(before)) return wholeLines(text, start, lineEnd(text, range.end));
  return !item && isMap(parent) && /- +$/.test(before) ? headRemoval(parent, text, range) : undefined;
}

/** Lines to take out; the last one of a text that ends without a line break takes along the break before it. */
function wholeLines(text: string, start: number, end: number): TextEdit {
  const isLast = end === text.length && !text.endsWith('\n') && start > 0;
  return { start: isLast ? start - (text[start - 2] === '\r' ? 2 : 1) : start, end, text: '' };
}

/** The first field of a group stands behind its dash: the next one moves there, unless a comment is in between. */
function headRemoval(
  map: { readonly items: readonly { readonly key: unknown }[] },
  text: string,
  range: OffsetRange,
): TextEdit | undefined {
  const next = rangeOf(map.items[1]?.key);
  if (!next || rangeOf(map.items[0]?.key)?.start !== range.start) return undefined;
  const end = lineEnd(text, range.end);
  if (text.slice(end, next.start).trim() === '') return { start: range.start, end: next.start, text: '' };
  return { start: text.lastIndexOf('-', range.start) + 1, end, text: lineEnding(text) };
}

/** Between brackets, what is taken out takes one comma along. */
function flowRemoval(parent: { readonly items: readonly unknown[] }, range: OffsetRange): TextEdit | undefined {
  const ranges = parent.items.map(entryRange);
  const index = ranges.findIndex((one) => one?.start === range.start);
  const [own, previous, next] = [ranges[index], ranges[index - 1], ranges[index + 1]];
  if (!own) return undefined;
  if (next) return { start: own.start, end: next.start, text: '' };
  return { start: previous?.end ?? own.start, end: own.end, text: '' };
}

/** Moves an item of a list to another position; comments above an item go with it. */
export function moving(document: Document.Parsed, text: string, path: FieldPath, to: number): TextEdit | undefined {
  const from = path[path.length - 1];
  const list = document.getIn(path.slice(0, -1), true);
  if (typeof from !== 'number' || !isSeq(list) || to < 0 || from >= list.items.length || to >= list.items.length) return undefined;
  const spans = list.flow ? list.items.map(entryRange) : itemSpans(list, text);
  const order = list.items.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (!spans?.every((span) => span !== undefined)) return undefined;
  const [first, last] = [spans[low], spans[high]];
  if (!first || !last) return undefined;
  const texts = order.slice(low, high + 1).map((index) => text.slice(spans[index]?.start, spans[index]?.end));
  if (!list.flow) return { start: first.start, end: last.end, text: asLines(texts, lineEnding(text), text.slice(0, last.end)) };
  const between = spans.slice(low, high).map((span, index) => text.slice(span?.end, spans[low + index + 1]?.start));
  return { start: first.start, end: last.end, text: texts.map((item, index) => item + (between[index] ?? '')).join('') };
}

/** The last line of a text can do without a line break, wherever it is moved from. */
function asLines(texts: readonly string[], eol: string, before: string): string {
  const whole = texts.map((lines) => (/\n$/.test(lines) ? lines : lines + eol)).join('');
  return /\n$/.test(before) ? whole : whole.slice(0, -eol.length);
}

/** The lines of each item, from the comments above it; undefined where one shares its line with something else. */
function itemSpans(list: YAMLSeq, text: string): (OffsetRange | undefined)[] | undefined {
  let at: number | undefined;
  const spans: OffsetRange[] = [];
  for (const item of list.items) {
    const range = rangeOf(item);
    if (!range) return undefined;
    const dash = text.lastIndexOf('-', range.start - 1);
    const line = lineStart(text, dash);
    if (text.slice(line, dash).trim() !== '' || text.slice(dash + 1, range.start).trim() !== '') return undefined;
    const start: number = at ?? withCommentsAbove(text, line);
    at = lineEnd(text, range.end);
    spans.push({ start, end: at });
  }
  return spans;
}

function withCommentsAbove(text: string, line: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ ]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Whether the value at a path is in brackets, or is within something that is. */
export function isInFlow(document: Document.Parsed, path: FieldPath): boolean {
  return [...path.keys(), path.length].some((length) => {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    return (isMap(node) || isSeq(node)) && node.flow === true;
  });
}

/** Where an item stands, or an entry with its key. */
export function entryRange(entry: unknown): OffsetRange | undefined {
  const { key, value } = (entry ?? {}) as { key?: unknown; value?: unknown };
  if (key === undefined) return rangeOf(entry);
  const [start, end] = [rangeOf(key), rangeOf(value) ?? rangeOf(key)];
  return start && end && { start: start.start, end: Math.max(start.end, end.end) };
}

export function rangeOf(node: unknown): OffsetRange | undefined {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range ? { start: range[0] ?? 0, end: range[1] ?? 0 } : undefined;
}
