import type { DocumentFacts } from '../../core/facts/types.js';
import { fieldsOf } from '../../core/workspace/document.js';
import { type FieldPath, isMapping, textAt, type Value } from '../../core/yaml/value.js';

/** A gap that a file records, wherever in it. */
export interface RecordedGap {
  readonly about: string;
  readonly because: string;
  readonly field: FieldPath;
}

/** The gaps that a document or data file records: its own, and those of the entries that it holds. */
export function recordedGaps(facts: DocumentFacts): RecordedGap[] {
  const found: RecordedGap[] = [];
  // Only data files hold entries with gaps of their own: one list deep, as the sources of a register are.
  collect(fieldsOf(facts), [], facts.format === 'yaml' ? 2 : 0, found);
  return found;
}

function collect(value: Value | undefined, path: FieldPath, depth: number, found: RecordedGap[]): void {
  if (Array.isArray(value)) {
    if (depth === 0) return;
    for (const [index, item] of (value as readonly Value[]).entries()) collect(item, [...path, index], depth - 1, found);
    return;
  }
  if (!isMapping(value)) return;
  for (const [name, child] of Object.entries(value)) {
    if (name === 'gaps' && Array.isArray(child)) addGaps(child as readonly Value[], [...path, name], found);
    else if (depth > 0) collect(child, [...path, name], depth, found);
  }
}

function addGaps(gaps: readonly Value[], path: FieldPath, found: RecordedGap[]): void {
  gaps.forEach((gap, index) => {
    const about = textAt(gap, 'about');
    if (about !== undefined) found.push({ about, because: textAt(gap, 'because') ?? '', field: [...path, index] });
  });
}
