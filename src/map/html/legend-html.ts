import { tag, textOf } from '../markup.js';
import type { DestinationMapView, MapCriterion } from '../types.js';
import { STATE_MEANINGS, STATE_TITLES, STATES } from '../words.js';
import { discIcon } from './state-html.js';

interface Entry {
  readonly sample: Partial<MapCriterion>;
  readonly title: string;
  readonly says: string;
}

/** What the map's marks mean: only those that this view could show. */
export function legendHtml(view: DestinationMapView, { idPrefix }: { readonly idPrefix: string }): string {
  const items = entries(view).map(({ sample, title, says }, index) =>
    tag(
      'li',
      {},
      discIcon(sample, view, `${idPrefix}-${index}`, 44),
      tag('span', {}, tag('strong', {}, textOf(title)), tag('span', { class: 'dm-legend-says' }, textOf(says))),
    ),
  );
  return tag('ul', { class: 'dm-legend', role: 'list' }, ...items);
}

function entries(view: DestinationMapView): Entry[] {
  const [first] = view.domains;
  const parted = view.criteria.find((criterion) => criterion.parts.length > 0);
  const claim = (basis: string) => ({ domain: first?.key ?? '', basis, attributes: [], because: undefined });
  const serves = view.domains.map(({ key }) => ({ domain: key, basis: 'source', attributes: [], because: undefined }));
  return [
    ...STATES.map((state) => ({ sample: { state }, title: STATE_TITLES[state], says: STATE_MEANINGS[state] })),
    { sample: { serves }, title: 'Serves core domains', says: 'Each arc of the collar points to a core domain that the criterion serves.' },
    { sample: { serves: [claim('editorial')] }, title: 'Our reading', says: 'A thin arc: we read it so, and no source says it.' },
    ...(parted
      ? [
          {
            sample: { state: 'partial' as const, parts: sampleParts(parted) },
            title: 'Parts',
            says: 'Each part has a segment of the rim: thick where it is covered, thin where it is not.',
          },
        ]
      : []),
    { sample: { overdue: true }, title: 'Review overdue', says: 'The day by which it was to be reviewed has passed.' },
  ];
}

function sampleParts({ parts }: MapCriterion): MapCriterion['parts'] {
  return parts.map((part, index) => ({ ...part, state: index === parts.length - 1 ? 'missing' : 'covered' }));
}
