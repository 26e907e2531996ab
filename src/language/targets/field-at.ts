import { type Document, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { DocumentFacts } from '../../core/facts/types.js';
import type { OffsetRange } from '../../core/text/range.js';
import { parseYamlDocument } from '../../core/yaml/parse-yaml.js';
import type { FieldPath } from '../../core/yaml/value.js';

/** The part of a field that is at an offset. */
export interface FieldAt {
  readonly field: FieldPath;
  readonly part: 'key' | 'value';
  /** Where that part is in the file; a text's quotation marks belong to it. */
  readonly range: OffsetRange;
}

/** Parsed with places, by facts: a file that does not change is parsed once, however often somebody points at it. */
const parsed = new WeakMap<DocumentFacts, Document.Parsed>();

/**
 * The innermost name of a field, or the value that is no list or mapping, at an offset of a file.
 * @returns undefined outside the front matter, between fields, and where the YAML cannot be read
 */
export function fieldAt(facts: DocumentFacts, text: string, offset: number): FieldAt | undefined {
  const { fields } = facts;
  if (fields.state !== 'parsed' || offset < fields.range.start || offset > fields.range.end) return undefined;
  const base = fields.range.start;
  let document = parsed.get(facts);
  if (!document) {
    document = parseYamlDocument(text.slice(base, fields.range.end));
    parsed.set(facts, document);
  }
  const found = partAt(document.contents, offset - base, []);
  return found && { ...found, range: { start: found.range.start + base, end: found.range.end + base } };
}

function partAt(node: unknown, offset: number, field: FieldPath): FieldAt | undefined {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const below = [...field, String(key.value)];
      if (holds(key, offset)) return { field: below, part: 'key', range: rangeOf(key) };
      if (holds(value, offset)) return partAt(value, offset, below);
    }
  } else if (isSeq(node)) {
    const index = node.items.findIndex((item) => holds(item, offset));
    return index < 0 ? undefined : partAt(node.items[index], offset, [...field, index]);
  } else if (isScalar(node) && holds(node, offset)) {
    return { field, part: 'value', range: rangeOf(node) };
  }
  return undefined;
}

function holds(node: unknown, offset: number): boolean {
  const range = (node as Node | null | undefined)?.range;
  return range !== null && range !== undefined && range[0] <= offset && offset <= range[1];
}

function rangeOf(node: Node): OffsetRange {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}
