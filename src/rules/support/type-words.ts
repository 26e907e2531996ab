import { listOf } from '../../core/text/suggest.js';
import type { Value } from '../../core/yaml/value.js';
import { shorten } from './shorten.js';

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  null: 'left empty',
};

/** What a field must be, in the words of its author: “text or a whole number”. */
export function expectedWords(expected: readonly string[]): string {
  return listOf(expected.map((type) => WORDS[type] ?? type));
}

/** What a value is, in the same words. */
export function foundWords(value: Value | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'string') return `the text “${shorten(value)}”`;
  return typeof value === 'number' ? `the number ${value}` : `“${String(value)}”, which means yes or no`;
}
