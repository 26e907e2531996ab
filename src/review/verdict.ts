import { count } from '../core/text/words.js';
import type { CoverageCount } from './coverage-changes.js';
import type { GuidanceDiff } from './diff.js';
import { type Weight, weightOf } from './statement.js';

/** The change in a few sentences: the coverage of each application, and how much gets worse, better or different. */
export function verdictOf({ coverage, statements }: GuidanceDiff): string[] {
  const number = (weight: Weight) => statements.filter(({ kind }) => weightOf(kind) === weight).length;
  const [worse, better, neutral, again] = [number('worse'), number('better'), number('neutral'), number('read-again')];
  const parts = [
    worse > 0 ? [`${count(worse, 'thing gets', 'things get')} worse`] : [],
    better > 0
      ? [worse > 0 ? `${better} ${better === 1 ? 'gets' : 'get'} better` : `${count(better, 'thing gets', 'things get')} better`]
      : [],
    neutral > 0 ? [`${worse + better > 0 ? neutral : count(neutral, 'thing')} ${neutral === 1 ? 'is' : 'are'} different`] : [],
  ].flat();
  const things = parts.length === 0 ? 'Nothing that readers or the coverage depend on has changed' : parts.join(', ');
  const readers = again === 0 ? '' : `; ${count(again, 'document')} should be read again`;
  return [...coverage.map(countSentence), `${things}${readers}.`];
}

function countSentence({ title, before, after }: CoverageCount): string {
  if (!after) return `${title}: no longer there.`;
  const of = `of ${count(after.total, 'criterion', 'criteria')} covered`;
  if (!before) return `${title}: new, with ${after.covered} ${of}.`;
  if (before.covered === after.covered && before.total === after.total) return `${title}: ${after.covered} ${of}, as before.`;
  const then = before.total === after.total ? String(before.covered) : `${before.covered} of ${before.total}`;
  return `${title}: ${then} → ${after.covered} ${of}.`;
}
