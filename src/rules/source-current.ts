import type { Finding, Fix } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import type { Source } from '../core/model/sources.js';
import { isWithdrawn } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { type CitedSource, citedSources, described } from './support/cited.js';
import { numberOption } from './support/options.js';

const YEARS = 15;

export const rule = defineLinkedRule({
  id: 'source-current',
  meta: {
    scope: 'linked',
    group: 'evidence',
    description: 'Disallow sources that were superseded or are old',
    defaultSeverity: 'warning',
    fixable: false,
    optionsSchema: {
      type: 'object',
      properties: {
        years: {
          type: 'integer',
          minimum: 0,
          default: YEARS,
          title: 'Years',
          description: 'How many years after it came out a source is called old. With 0, none is.',
        },
      },
    },
    defaultOptions: { years: YEARS },
    messages: {
      superseded: '“{source}” has been superseded by “{newer}”{details}. Check what the newer one says, and cite that.',
      old: '“{source}” came out in {year}, {age} years ago. Check that it still holds, or cite newer evidence beside it.',
    },
    tags: { superseded: 'outdated' },
  },
  check({ facts, snapshot, today, options, report }) {
    if (isWithdrawn(facts)) return;
    const bySource = new Map<string, CitedSource[]>();
    for (const cited of citedSources(facts)) {
      const same = bySource.get(cited.source);
      if (same) same.push(cited);
      else bySource.set(cited.source, [cited]);
    }
    const oldest = Number(today.slice(0, 4)) - numberOption(options.years, YEARS);
    for (const [id, citations] of bySource) {
      const source = snapshot.sourcesById.get(id);
      const [first] = citations;
      if (!source || !first) continue;
      const problem =
        source.supersededBy !== undefined ? superseded(source, citations, snapshot) : old(source, oldest, options.years, today);
      if (problem) report({ ...problem, at: first.at });
    }
  },
});

type Problem = Omit<Finding, 'at'>;

function superseded(source: Source, citations: readonly CitedSource[], snapshot: WorkspaceSnapshot): Problem | undefined {
  const newer = newest(source, snapshot);
  if (newer === source.id) return undefined;
  const known = snapshot.sourcesById.get(newer);
  const data = { source: source.id, newer, details: known ? ` (${described(known)})` : '' };
  // A page or point of the old work is not the same one of the new.
  if (!known || citations.some((citation) => citation.located)) return { messageId: 'superseded', data };
  return { messageId: 'superseded', data, suggestions: [citeInstead(newer, citations)] };
}

/** The end of a chain of newer editions; one that goes round in a circle ends where it closes. */
function newest(source: Source, snapshot: WorkspaceSnapshot): string {
  const seen = new Set([source.id]);
  let at = source.supersededBy ?? source.id;
  while (!seen.has(at)) {
    seen.add(at);
    at = snapshot.sourcesById.get(at)?.supersededBy ?? at;
  }
  return at;
}

function citeInstead(key: string, citations: readonly CitedSource[]): Fix {
  const edits = citations.map(({ at }) => ('field' in at ? { field: at.field, set: key } : { ...at, text: key }));
  return { title: `Cite “${key}” instead`, edits };
}

function old(source: Source, oldest: number, years: unknown, today: string): Problem | undefined {
  // Law does not go out of date by growing old: it is in force, or superseded.
  if (years === 0 || source.year === undefined || source.year >= oldest || source.type === 'legislation') return undefined;
  return { messageId: 'old', data: { source: source.id, year: source.year, age: Number(today.slice(0, 4)) - source.year } };
}
