import { capital, count } from '../core/text/words.js';
import type { DestinationMapView, MapCriterion } from './types.js';
import { listed, numbered, STATE_TITLES, sentence, servedNames, statusWords, summary, viewTitle } from './words.js';

/** One paragraph or list of the long description. */
export interface DescriptionPart {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Items of a list beneath the sentences. */
  readonly items: readonly string[];
}

/** Everything that the map shows, in words: cycle and frame, what is missing first, then every criterion. */
export function descriptionOf(view: DestinationMapView): DescriptionPart[] {
  const open = view.criteria.filter(({ state }) => state !== 'covered');
  return [
    { heading: 'The map', sentences: overview(view), items: view.domains.map((domain) => domainSentence(domain, view)) },
    {
      heading: 'What is missing',
      sentences: [summary(view), ...overdueSentence(view), ...(open.length === 0 ? nothingOpen(view) : [])],
      items: open.map((criterion) => openSentence(criterion)),
    },
    { heading: 'Every criterion', sentences: [], items: view.criteria.map((criterion) => criterionSentence(criterion, view)) },
  ];
}

/** The same as one text, for a picture's description. */
export function describeMap(view: DestinationMapView): string {
  return descriptionOf(view)
    .map(({ heading, sentences, items }) => [`${heading}.`, ...sentences, ...items].join(' '))
    .join('\n');
}

function overview({ framework, domains, criteria, ...view }: DestinationMapView): string[] {
  const names = listed(domains.map((domain) => domain.shortTitle));
  return [
    sentence(viewTitle({ framework, domains, criteria, ...view })),
    `“${framework.hub}” stands at the centre, among ${count(domains.length, 'core domain')}: ${names}.`,
    ...framework.relations.filter(({ kind }) => kind === 'cycle').map((cycle) => relationSentence(cycle.title, cycle.description)),
    ...(framework.frame === undefined ? [] : [`All of it stands inside a frame: ${sentence(framework.frame)}`]),
    `Round the domains stand ${count(criteria.length, 'criterion', 'criteria')}.`,
  ];
}

function relationSentence(title: string, description: string | undefined): string {
  return [sentence(title), ...(description === undefined ? [] : [sentence(description)])].join(' ');
}

function domainSentence(
  { shortTitle, knowledgeDomain, criteria }: DestinationMapView['domains'][number],
  view: DestinationMapView,
): string {
  const rests = knowledgeDomain ? ` rests on ${knowledgeDomain.title} and` : '';
  return `${shortTitle}${rests} is served by ${criteria.length} of ${count(view.criteria.length, 'criterion', 'criteria')}.`;
}

function overdueSentence({ counts }: DestinationMapView): string[] {
  return counts.overdue === 0 ? [] : [`${count(counts.overdue, 'review is', 'reviews are')} overdue.`];
}

/** What may be said where every criterion is covered: that is no more than that the guidance is written. */
function nothingOpen({ criteria }: DestinationMapView): string[] {
  if (criteria.length === 0) return [];
  const published = criteria.filter(({ status }) => status === 'published').length;
  const all = 'Every criterion has guidance, with each section written or recorded as a gap';
  if (published === 0) return [`${all}; none of it has been approved yet.`];
  if (published === criteria.length) return [`${all}; all of it has been approved and published.`];
  return [`${all}; that on ${count(published, 'criterion', 'criteria')} has been approved and published, the rest has not.`];
}

function openSentence(criterion: MapCriterion): string {
  const parts = criterion.parts.filter(({ state }) => state !== 'covered' && state !== criterion.state);
  return [
    `${numbered(criterion)}: ${STATE_TITLES[criterion.state].toLowerCase()}.`,
    ...(criterion.because === undefined ? [] : [sentence(criterion.because)]),
    ...(criterion.status === 'draft' ? ['Its guidance is a draft.'] : []),
    ...(criterion.unfilled.length > 0 ? [`Still to be written: ${sentence(listed(criterion.unfilled))}`] : []),
    ...parts.map((part) => `Part ${part.label}, ${part.title}: ${STATE_TITLES[part.state].toLowerCase()}.`),
  ].join(' ');
}

function criterionSentence(criterion: MapCriterion, view: DestinationMapView): string {
  const { state, status, parts, unfilled, gaps, sources, path } = criterion;
  const served = servedNames(criterion, view);
  return [
    `${numbered(criterion)}: ${STATE_TITLES[state].toLowerCase()}${status === undefined ? '' : `, ${statusWords(status)}`}.`,
    ...parts.map((part) => `Part ${part.label}, ${part.title}: ${STATE_TITLES[part.state].toLowerCase()}.`),
    served.length > 0 ? `Serves ${listed(served)}.` : 'Serves no core domain yet.',
    ...(path === undefined ? [] : [`${capital(count(sources, 'source'))} cited, ${count(gaps.length, 'recorded gap')}.`]),
    ...(unfilled.length > 0 ? [`Sections still empty: ${sentence(listed(unfilled))}`] : []),
    ...(criterion.overdue ? [`Its review was due on ${criterion.reviewDue}.`] : []),
  ].join(' ');
}
