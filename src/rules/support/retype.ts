import type { Fix } from '../../core/lint/finding.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import type { TextEdit } from '../../core/text/range.js';
import type { Value } from '../../core/yaml/value.js';
import { isPlain, quoted } from './written-value.js';

const YES = /^(["']?)(?:y|yes|on|true)\1$/i;
const NO = /^(["']?)(?:n|no|off|false)\1$/i;

/** A value that is of another type than its field: what stands in the file, what it is read as, and what it should be. */
export interface Mistyped {
  readonly written: TextEdit;
  readonly value: Value | undefined;
  readonly expected: readonly string[];
  /** The schema of a list's entries, where the field takes a list. */
  readonly items: SchemaTree | undefined;
}

/** The change of a value's spelling that gives it the type that its field wants and leaves what it says as it is. */
export function retyped(mistyped: Mistyped): Fix | undefined {
  const text = newSpelling(mistyped);
  return text === undefined ? undefined : { title: `Write ${text}`, edits: [{ ...mistyped.written, text }] };
}

function newSpelling({ written: { text: written }, value, expected, items }: Mistyped): string | undefined {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!isScalar || /[\r\n]/.test(written) || written === '') return undefined;
  if (expected.includes('boolean')) return YES.test(written) ? 'true' : NO.test(written) ? 'false' : undefined;
  if (expected.includes('integer')) return /^["'](?:0|[1-9]\d{0,14})["']$/.test(written) ? written.slice(1, -1) : undefined;
  if (expected.includes('string')) return typeof value !== 'string' && isPlain(written) ? quoted(written) : undefined;
  return expected.includes('array') ? asList(written, value, items) : undefined;
}

/** One text where a list is wanted is a list of one; what looks like several has to be parted by its author. */
function asList(written: string, value: string | number | boolean, items: SchemaTree | undefined): string | undefined {
  const wanted = [items?.schema.type ?? []].flat();
  if (!wanted.includes(typeof value) && !(Number.isInteger(value) && wanted.includes('integer'))) return undefined;
  if (typeof value === 'string' && /[,;]/.test(value)) return undefined;
  if (!isPlain(written)) return /^(["']).*\1$/.test(written) ? `[${written}]` : undefined;
  return `[${/[[\]{}#:]/.test(written) ? quoted(written) : written}]`;
}

/** The list that “a, b and c” was probably meant to be. */
export function partedList({ written, value, expected, items }: Mistyped): Fix | undefined {
  if (!expected.includes('array') || typeof value !== 'string' || /[\r\n]/.test(written.text)) return undefined;
  if (![items?.schema.type ?? []].flat().includes('string')) return undefined;
  const entries = value
    .split(/[,;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length < 2) return undefined;
  const text = `[${entries.map((entry) => (/^[\w][\w -]*$/.test(entry) ? entry : quoted(entry))).join(', ')}]`;
  return { title: `Write ${text}`, edits: [{ ...written, text }] };
}

/** The dash that turns a group of fields into the first entry of a list. */
export function asFirstEntry({ written, value, expected }: Mistyped): Fix | undefined {
  if (!expected.includes('array') || value === null || typeof value !== 'object' || written.text.startsWith('{')) return undefined;
  const edits: TextEdit[] = [{ start: written.start, end: written.start, text: '- ' }];
  for (const line of written.text.matchAll(/\n(?=[^\r\n])/g)) {
    const at = written.start + line.index + 1;
    edits.push({ start: at, end: at, text: '  ' });
  }
  return { title: 'Make it the first entry of a list', edits };
}
