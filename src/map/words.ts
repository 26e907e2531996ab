import { STATE_WORDS } from '../core/coverage/state-words.js';
import { capital, count } from '../core/text/words.js';
import type { DestinationMapView, MapClaim, MapCriterion, MapElement, State } from './types.js';

/** What each state is called where it stands alone. */
export const STATE_TITLES = Object.fromEntries(Object.entries(STATE_WORDS).map(([state, words]) => [state, capital(words)])) as Readonly<
  Record<State, string>
>;

/** What each state means. */
export const STATE_MEANINGS: Readonly<Record<State, string>> = {
  covered: 'There is guidance, in review or published, with every section written or recorded as a gap.',
  partial: 'There is guidance, but it is a draft, or a section or part is still to be written.',
  missing: 'There is no guidance yet.',
  planned: 'There is no guidance yet, and the reason is recorded.',
  'not-applicable': 'Guidance is not called for here, and the reason is recorded.',
};

/** The states in the order in which they are listed: what asks for work comes first. */
export const STATES: readonly State[] = ['missing', 'partial', 'planned', 'covered', 'not-applicable'];

/** A status as people say it: “in review”. */
export function statusWords(status: string): string {
  return status.replace(/[-_]+/g, ' ');
}

/** “a”, “a and b”, “a, b and c”. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A text as a sentence: with a stop where it has none. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A label and a short title as they stand on the map: “12 Feedback culture”. */
export function numbered({ number, shortTitle }: Pick<MapElement, 'number' | 'shortTitle'>): string {
  return number === undefined ? shortTitle : `${number} ${shortTitle}`;
}

/** The domains that a criterion serves, in the framework's order, each with the claims that say so. */
export function servedDomains(criterion: MapCriterion, view: DestinationMapView) {
  return view.domains.flatMap((domain) => {
    const claims = criterion.serves.filter((claim) => claim.domain === domain.key);
    return claims.length > 0 ? [{ domain, claims, editorial: isEditorial(claims) }] : [];
  });
}

/** The names of the domains that a criterion serves; behind those that only our reading says so of, that it does. */
export function servedNames(criterion: MapCriterion, view: DestinationMapView): string[] {
  return servedDomains(criterion, view).map(({ domain, editorial }) => `${domain.shortTitle}${editorial ? ' (our reading)' : ''}`);
}

/** Whether no source stands behind any of these claims. */
export function isEditorial(claims: readonly Pick<MapClaim, 'basis'>[]): boolean {
  return claims.every(({ basis }) => basis !== 'source');
}

/** What a screen reader says about a criterion: its visible text first, then how it stands. */
export function criterionName(criterion: MapCriterion, view: DestinationMapView): string {
  const served = servedDomains(criterion, view).map(({ domain }) => domain.shortTitle);
  return [
    `${numbered(criterion)}: ${standing(criterion)}`,
    ...criterion.parts.map((part) => `Part ${part.label}, ${part.title}: ${STATE_WORDS[part.state].toLowerCase()}`),
    ...(served.length > 0 ? [`Serves ${listed(served)}`] : []),
  ]
    .map(sentence)
    .join(' ');
}

/** “covered, in review, review overdue”. */
export function standing({ state, status, overdue }: MapCriterion): string {
  return [
    STATE_WORDS[state].toLowerCase(),
    ...(status === undefined ? [] : [statusWords(status)]),
    ...(overdue ? ['review overdue'] : []),
  ].join(', ');
}

/** What is drawn: “The Destination Map applied to RASSO investigation”. */
export function viewTitle({ framework, application }: DestinationMapView): string {
  return application ? `${framework.title}: ${application.title}` : framework.title;
}

/** What goes with a map that is taken from its page: what it is of, how its guidance stands, and the framework that it shows. */
export function provenance(view: DestinationMapView): string[] {
  const { framework, application } = view;
  const named = `${framework.title}, version ${framework.version}`;
  return application ? [application.title, summary(view), `Framework: ${named}`] : [named, summary(view)];
}

/** “17 of 17 criteria covered (all in review). 43 gaps are recorded.”, with what else there is. */
export function summary({ counts, criteria }: DestinationMapView): string {
  const rest = (['partial', 'planned', 'missing', 'not-applicable'] as const).filter((state) => counts[state] > 0);
  const others = rest.map((state) => `${counts[state]} ${STATE_WORDS[state].toLowerCase()}`);
  const covered = `${counts.covered} of ${count(counts.total, 'criterion', 'criteria')} covered${statusesOf(criteria)}`;
  const gaps = counts.gaps === 0 ? '' : ` ${count(counts.gaps, 'gap is', 'gaps are')} recorded.`;
  return sentence(others.length > 0 ? `${covered}; ${others.join(', ')}` : covered) + gaps;
}

/** How far along the guidance is that covers criteria: “ (all in review)”, “ (5 published, 2 in review)”; '' where nothing is covered. */
function statusesOf(criteria: readonly MapCriterion[]): string {
  const statuses = new Map<string, number>();
  for (const { state, status } of criteria) {
    if (state === 'covered' && status !== undefined) statuses.set(statusWords(status), (statuses.get(statusWords(status)) ?? 0) + 1);
  }
  const [first, ...more] = [...statuses];
  if (!first) return '';
  if (more.length === 0) return first[1] === 1 ? ` (${first[0]})` : ` (all ${first[0]})`;
  return ` (${[first, ...more].map(([status, number]) => `${number} ${status}`).join(', ')})`;
}
