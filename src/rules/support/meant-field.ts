import type { DocumentFacts } from '../../core/facts/types.js';
import type { Violation } from '../../core/schema/violations.js';
import { nearest } from '../../core/text/suggest.js';
import { fieldsOf } from '../../core/workspace/document.js';
import { isMapping, valueAt } from '../../core/yaml/value.js';

type UnknownField = Extract<Violation, { kind: 'unknown' }>;

/**
 * The field that a name which is none probably stands for, among those that are not there yet: a similar one, or the
 * only one that has all its words.
 */
export function meantField({ path, field, known }: UnknownField, facts: DocumentFacts): string | undefined {
  const holder = valueAt(fieldsOf(facts), path.slice(0, -1));
  const absent = known.filter((name) => !isMapping(holder) || !Object.hasOwn(holder, name));
  return nearest(field, absent) ?? fieldWith(wordsOf(field), absent);
}

function fieldWith(words: readonly string[], known: readonly string[]): string | undefined {
  // “in” and “on” are in many names.
  if (!words.some((word) => word.length > 3)) return undefined;
  const holding = known.filter((name) => words.every((word) => wordsOf(name).includes(word)));
  return holding.length === 1 ? holding[0] : undefined;
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[\s_-]+/);
}
