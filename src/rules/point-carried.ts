import type { Finding } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { expandPoints } from '../core/markdown/citations.js';
import type { Source, SourcePoint } from '../core/model/sources.js';
import { isWithdrawn } from '../core/workspace/document.js';
import { type KeptIndex, keptByRoot } from '../core/workspace/kept-index.js';
import { listOption } from './support/options.js';
import { shorten } from './support/shorten.js';
import { meantSources } from './support/unknown-sources.js';

/** Documents by the points that they cite, as these are written, behind their source. What is withdrawn carries nothing to a reader. */
const byPoint = keptByRoot((facts) =>
  isWithdrawn(facts)
    ? []
    : facts.references.flatMap((reference) =>
        reference.via === 'citation' ? reference.points.map((point) => `${reference.source}\n${point}`) : [],
      ),
);

export const rule = defineWorkspaceRule({
  id: 'point-carried',
  meta: {
    scope: 'workspace',
    group: 'evidence',
    description: 'Require some document to cite each numbered point of a source',
    defaultSeverity: 'warning',
    fixable: false,
    formats: ['yaml'],
    optionsSchema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        leaveOut: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          title: 'Marks to leave out',
          description: 'Marks whose points need not be carried, such as “rationale” or “local-fact”.',
        },
      },
    } as const,
    defaultOptions: { leaveOut: [] as readonly string[] },
    messages: {
      point: 'No document cites point {point} of {source}: “{says}” Cite it where it bears, as [@{source}, point {point}].',
      none: 'No document cites any of the {count} points of {source}. Cite them where they bear, as [@{source}, point {point}].',
    },
  },
  check({ snapshot, options, report }) {
    const register = snapshot.manifest.sources;
    if (register === undefined) return;
    const leftOut = listOption(options.leaveOut, []);
    const cited = byPoint(snapshot).once(citedPoints);
    const meant = meantSources(snapshot);
    const twice = keysGivenTwice(snapshot.sources);
    for (const source of snapshot.sources) {
      // Of two with one key, or one whose key others write differently, nobody knows which points are cited.
      if (source.supersededBy !== undefined || meant.has(source.id) || twice.has(source.id)) continue;
      const carried = carriedPoints(source, cited.get(source.id));
      const missing = source.points.filter((point) => !carried.has(point.id) && !leftOut.includes(point.mark));
      for (const finding of carried.size === 0 && missing.length > 1
        ? [allOf(source, missing)]
        : missing.map((point) => one(source, point))) {
        report(register, finding);
      }
    }
  },
});

function keysGivenTwice(sources: readonly Source[]): Set<string> {
  const seen = new Set<string>();
  return new Set(sources.map(({ id }) => id).filter((id) => seen.has(id) || !seen.add(id)));
}

function carriedPoints({ points }: Source, cited: ReadonlySet<string> | undefined): Set<string> {
  const known = points.map((point) => point.id);
  return new Set(expandPoints([...(cited ?? [])], known).filter((point) => known.includes(point)));
}

function one(source: Source, { id, says, field }: SourcePoint): Finding {
  return { messageId: 'point', data: { source: source.id, point: id, says: shorten(says) }, at: { field: [...field, 'id'] } };
}

/** Of a source that no document draws on, a finding for each point would say the same thing many times. */
function allOf(source: Source, missing: readonly SourcePoint[]): Finding {
  const data = { source: source.id, count: missing.length, point: missing[0]?.id ?? '' };
  return { messageId: 'none', data, at: { field: [...source.field, 'points'], part: 'key' } };
}

/** The points that documents cite, as they are written, by source. */
function citedPoints(index: KeptIndex): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>();
  for (const key of index.keys()) {
    const [source = '', point = ''] = key.split('\n');
    const points = cited.get(source);
    if (points) points.add(point);
    else cited.set(source, new Set([point]));
  }
  return cited;
}
