import { compare } from '../../core/text/compare.js';
import { fieldsOf } from '../../core/workspace/document.js';
import type { ValuePlace } from './value-offer.js';

/** A value that is used once says nothing about the next document. */
const OFTEN = 2;
const MOST = 20;

/** The texts that several documents have in a field of their own, the most frequent first: the same owner, the same provider. */
export function valuesInUse({ document, path, facts }: ValuePlace): string[] {
  const [name] = path;
  if (path.length !== 1 || typeof name !== 'string' || facts.format !== 'markdown') return [];
  const counts = new Map<string, number>();
  for (const other of document.snapshot.markdown) {
    const value = fieldsOf(other)[name];
    if (other.path !== document.path && typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= OFTEN)
    .sort(([a, first], [b, second]) => second - first || compare(a, b))
    .slice(0, MOST)
    .map(([value]) => value);
}
