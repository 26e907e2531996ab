import type { DocumentFacts } from '../../core/facts/types.js';
import type { TextEdit } from '../../core/text/range.js';
import type { FieldPath, Value } from '../../core/yaml/value.js';
import { writtenValue } from './written-value.js';

/** The index of the first entry of a list that stands before it already. */
export function duplicateIndex(list: Value | undefined): number | undefined {
  if (!Array.isArray(list)) return undefined;
  const seen = new Set<string>();
  const index = (list as readonly Value[]).findIndex((entry) => {
    const identity = JSON.stringify(entry);
    if (seen.has(identity)) return true;
    seen.add(identity);
    return false;
  });
  return index < 0 ? undefined : index;
}

/** The edit that takes an entry out of a list, where nothing else would go with it. */
export function entryRemoval(facts: DocumentFacts, text: string, list: FieldPath, index: number): TextEdit | undefined {
  const entry = writtenValue(facts, text, [...list, index]);
  const before = writtenValue(facts, text, [...list, index - 1]);
  if (!entry || !before) return undefined;
  const between = text.slice(before.end, entry.start);
  return /^(?:\s*,\s*|[ \t]*\r?\n[ \t]*-[ \t]+)$/.test(between) ? { start: before.end, end: entry.end, text: '' } : undefined;
}
