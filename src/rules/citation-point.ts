import { defineLinkedRule } from '../core/lint/rule.js';
import { expandPoints } from '../core/markdown/citations.js';
import type { Source } from '../core/model/sources.js';
import { listOf } from '../core/text/suggest.js';

/** What can follow a point in the same citation: “point 1.2, p. 4”. */
const OTHER_LOCATOR = /^(?:pp?|pages?|ch|chapters?|s|sections?|paras?|paragraphs?|figs?|figures?|tables?|vol|volumes?)\.?\d/i;

export const rule = defineLinkedRule({
  id: 'citation-point',
  meta: {
    scope: 'linked',
    group: 'evidence',
    description: 'Require cited points to be among the points of their source',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: {
      unknown:
        '“{source}” has no point {points}. Its points run from {first} to {last}: correct the number, or add the point to the register.',
      order: 'The points {range} of “{source}” are the wrong way round. Write the first one first.',
      none: '“{source}” has no numbered points in the register. Add them there, or cite a page instead of a point.',
    },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      if (reference.via !== 'citation' || reference.points.length === 0) continue;
      const source = snapshot.sourcesById.get(reference.source);
      const problem = source && problemWith(reference.points, source);
      if (problem) report({ ...problem, at: { start: reference.start, end: reference.end } });
    }
  },
});

function problemWith(cited: readonly string[], source: Source) {
  const known = knownPoints(source);
  const [first] = known.list;
  if (first === undefined) return { messageId: 'none', data: { source: source.id } };
  const missing = new Set<string>();
  for (const point of cited) {
    if (known.set.has(point) || OTHER_LOCATOR.test(point)) continue;
    const ends = point.split('-').filter((end) => end !== '');
    const absent = ends.filter((end) => !known.set.has(end));
    for (const end of absent) missing.add(end);
    if (absent.length === 0 && ends.length > 1 && expandPoints([point], known.list).includes(point)) {
      return { messageId: 'order', data: { range: ends.join(' to '), source: source.id } };
    }
  }
  if (missing.size === 0) return undefined;
  const points = listOf([...missing]);
  return { messageId: 'unknown', data: { source: source.id, points, first, last: known.list[known.list.length - 1] ?? first } };
}

interface KnownPoints {
  readonly list: readonly string[];
  readonly set: ReadonlySet<string>;
}

const computed = new WeakMap<Source, KnownPoints>();

function knownPoints(source: Source): KnownPoints {
  let known = computed.get(source);
  if (!known) {
    const list = source.points.map((point) => point.id);
    known = { list, set: new Set(list) };
    computed.set(source, known);
  }
  return known;
}
