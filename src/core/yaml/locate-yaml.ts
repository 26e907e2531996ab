import { type Document, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { OffsetRange } from '../text/range.js';
import { parseYamlDocument } from './parse-yaml.js';
import type { FieldPath } from './value.js';

/** Which part of a field is meant: its name, its value, or both. */
export type FieldPart = 'key' | 'value' | 'entry';

/**
 * Where a field stands in a YAML text.
 *
 * A path that leads nowhere gives the nearest place above it that exists, so that a finding about an absent
 * field still points at the entry that lacks it.
 * @returns offsets from the start of `text`
 */
export function locateField(text: string, path: FieldPath, part: FieldPart): OffsetRange {
  return locateInDocument(parseYamlDocument(text), text, path, part);
}

/** The same for a document that is parsed already. */
export function locateInDocument(document: Document.Parsed, text: string, path: FieldPath, part: FieldPart): OffsetRange {
  let at: unknown = document.contents;
  let pair: Pair | undefined;
  let depth = 0;
  for (const step of path) {
    const next = child(at, step);
    if (!next) break;
    pair = next.pair;
    at = next.node;
    depth++;
  }
  const complete = depth === path.length;
  const key = rangeOf(pair?.key);
  const value = rangeOf(at);
  if (!complete) return key ?? firstLine(value, text);
  if (part === 'key' || !value) return key ?? firstLine(value, text);
  if (part === 'entry' && key) return { start: key.start, end: Math.max(value.end, key.end) };
  return trimEnd(value, text);
}

/** The node that a step of a path leads to, with the pair that holds it where it is in a mapping. */
function child(at: unknown, step: string | number): { node: unknown; pair: Pair | undefined } | undefined {
  if (isMap(at)) {
    const pair = at.items.find((item) => isScalar(item.key) && item.key.value === String(step));
    return pair && { node: pair.value, pair };
  }
  if (isSeq(at) && typeof step === 'number' && step < at.items.length) return { node: at.items[step], pair: undefined };
  return undefined;
}

function rangeOf(node: unknown): OffsetRange | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** A whole mapping is too much to underline: its first line says enough. */
function firstLine(range: OffsetRange | undefined, text: string): OffsetRange {
  const start = range?.start ?? 0;
  const end = text.indexOf('\n', start);
  return trimEnd({ start, end: end < 0 ? text.length : end }, text);
}

function trimEnd(range: OffsetRange, text: string): OffsetRange {
  let end = range.end;
  while (end > range.start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start: range.start, end };
}
