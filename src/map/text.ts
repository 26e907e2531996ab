import { count } from '../core/text/words.js';
import type { DestinationMapView, MapCriterion, State } from './types.js';
import { listed, numbered, sentence, servedDomains, standing, summary, viewTitle } from './words.js';

/** One line of the map as text, to be wrapped behind its head; `kind` says how it may be set off. */
export interface TextLine {
  readonly kind: 'title' | 'heading' | 'plain' | 'item';
  readonly head: string;
  readonly text: string;
}

/** The marks of the states: shapes that can be told apart without colour. */
const MARKS: Readonly<Record<State, string>> = { covered: '●', partial: '◐', missing: '○', planned: '◌', 'not-applicable': '–' };

/** The map as lines of text, for a terminal. */
export function mapText(view: DestinationMapView): TextLine[] {
  const { framework, domains, criteria } = view;
  const widest = Math.max(0, ...criteria.map(({ number }) => number?.length ?? 0));
  return [
    line('title', viewTitle(view)),
    line('plain', summary(view)),
    line('heading', framework.frame === undefined ? framework.hub : `${framework.hub}, in a frame of “${framework.frame}”`),
    ...framework.relations.filter(({ kind }) => kind === 'cycle').map(({ title }) => line('plain', sentence(title))),
    ...domains.map(({ shortTitle, knowledgeDomain, criteria: serving }) => {
      const rests = knowledgeDomain ? ` (${knowledgeDomain.shortTitle})` : '';
      return line('item', `${shortTitle}${rests}: ${serving.length} of ${count(criteria.length, 'criterion', 'criteria')}`, '  - ');
    }),
    line('heading', 'Criteria'),
    ...criteria.map((criterion) => criterionLine(criterion, view, widest)),
    line('plain', '● covered  ◐ partly covered  ○ missing  ◌ planned  – not applicable'),
  ];
}

function criterionLine(criterion: MapCriterion, view: DestinationMapView, widest: number): TextLine {
  const served = servedDomains(criterion, view).map(({ domain }) => domain.shortTitle);
  const { number, state, because } = criterion;
  const text = [
    `${numbered({ ...criterion, number: undefined })}: ${standing(criterion)}.`,
    ...(because === undefined ? [] : [sentence(because)]),
    ...(served.length > 0 ? [`Serves ${listed(served)}.`] : []),
  ].join(' ');
  return line('item', text, `  ${MARKS[state]} ${(number ?? '').padStart(widest)} `);
}

function line(kind: TextLine['kind'], text: string, head = ''): TextLine {
  return { kind, head, text };
}
