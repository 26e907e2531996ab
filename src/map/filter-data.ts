import type { Attributes } from './markup.js';
import { wordsOf } from './markup.js';
import type { DestinationMapView, MapCriterion } from './types.js';

/** What can be asked for under “what is missing”, and what it is called. */
export const LACKS: readonly (readonly [key: string, label: string])[] = [
  ['guidance', 'No guidance yet'],
  ['completion', 'Partly covered'],
  ['sections', 'Sections still empty'],
  ['gaps', 'Recorded gaps'],
  ['sources', 'No source cited'],
  ['review', 'No review recorded'],
  ['overdue', 'Review overdue'],
];

/** Of these, what is still to be written: a recorded gap, say, is an answer. */
export const TO_WRITE: readonly string[] = ['guidance', 'completion', 'sections'];

/** What a criterion lacks, by the keys of {@link LACKS}. */
export function lacksOf(criterion: MapCriterion): string[] {
  const { state, unfilled, gaps, sources, reviewDue, overdue, path } = criterion;
  const lacks: Readonly<Record<string, boolean>> = {
    guidance: state === 'missing' || state === 'planned',
    completion: state === 'partial',
    sections: unfilled.length > 0,
    gaps: gaps.length > 0,
    sources: path !== undefined && sources === 0,
    review: path !== undefined && reviewDue === undefined,
    overdue,
  };
  return LACKS.flatMap(([key]) => (lacks[key] ? [key] : []));
}

/** What filters go by, as attributes of a criterion's shape, row or item: the same for map, matrix and list. */
export function filterData(criterion: MapCriterion, { application }: DestinationMapView): Attributes {
  return {
    'data-criterion': criterion.key,
    'data-application': application?.key,
    'data-state': criterion.state,
    'data-domains': wordsOf([...new Set(criterion.serves.map((claim) => claim.domain))]),
    'data-audiences': wordsOf(criterion.audiences),
    'data-status': criterion.status ?? '',
    'data-lacks': wordsOf(lacksOf(criterion)),
  };
}
