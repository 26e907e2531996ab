import type { DocumentFacts } from '../../core/facts/types.js';
import type { TextEdit } from '../../core/text/range.js';
import { locateField } from '../../core/yaml/locate-yaml.js';
import type { FieldPath } from '../../core/yaml/value.js';

/**
 * A field's value as the file has it, quotes and all, with its place in the file. This parses the fields once more:
 * only for what is reported.
 */
export function writtenValue(facts: DocumentFacts, text: string, path: FieldPath): TextEdit | undefined {
  if (facts.fields.state !== 'parsed') return undefined;
  const { start: base, end } = facts.fields.range;
  const range = locateField(text.slice(base, end), path, 'value');
  const start = range.start + base;
  return { start, end: range.end + base, text: text.slice(start, range.end + base) };
}

/** Whether a value is written on one line and without quotation marks. */
export function isPlain(written: string): boolean {
  return written !== '' && !/^["'|>[{]|[\r\n]/.test(written);
}

/** A text in YAML's double quotation marks. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
