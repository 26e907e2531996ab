import { compare } from '../../core/text/compare.js';
import { fieldsOf } from '../../core/workspace/document.js';
import type { ValuePlace } from './value-offer.js';

/** A value that is used once says nothing about the next document. */
const OFTEN = 2;
const MOST = 20;
/** How many documents are looked at, those around this one: its own folder is among them. */
const AROUND = 1000;

/** The texts that several documents have in a field of their own, the most frequent first: the same owner, the same provider. */
export function valuesInUse({ document, path, facts }: ValuePlace): string[] {
  const [name] = path;
  if (path.length !== 1 || typeof name !== 'string' || facts.format !== 'markdown') return [];
  const counts = new Map<string, number>();
  const { markdown } = document.snapshot;
  const from = Math.max(0, markdown.indexOf(document.facts) - AROUND / 2);
  for (const other of markdown.slice(from, from + AROUND)) {
    const value = fieldsOf(other)[name];
    if (other !== document.facts && typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= OFTEN)
    .sort(([a, first], [b, second]) => second - first || compare(a, b))
    .slice(0, MOST)
    .map(([value]) => value);
}
