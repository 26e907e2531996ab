import { LACKS, lacksOf } from '../filter-data.js';
import { tag, textOf } from '../markup.js';
import type { DestinationMapView } from '../types.js';
import { capital, STATE_WORDS, STATES, statusWords } from '../words.js';

type Choice = readonly [value: string, label: string];

/**
 * The form that filters map, matrix and list alike, by what their elements carry as data attributes; '' where there is
 * nothing to choose. It is hidden until a script (`map-filters`) has put the class `js` on the page.
 * @param views all that are on the page
 */
export function filterHtml(views: readonly DestinationMapView[], { idPrefix }: { readonly idPrefix: string }): string {
  const fields = FIELDS.map(({ name, label, choices }) => {
    const offered = unique(views.flatMap(choices));
    return offered.length > 1 || (name !== 'application' && offered.length > 0) ? fieldHtml(name, label, offered, idPrefix) : '';
  });
  if (fields.every((field) => field === '')) return '';
  return tag(
    'form',
    { class: 'dm-filters', 'data-dm-filters': true, role: 'search', 'aria-label': 'Filter the criteria' },
    tag('fieldset', {}, tag('legend', {}, 'Show criteria'), ...fields, tag('button', { type: 'reset' }, 'Show all')),
    tag('p', { class: 'dm-filters-result', role: 'status', 'aria-live': 'polite', 'data-dm-result': true }),
  );
}

const FIELDS: readonly { name: string; label: string; choices: (view: DestinationMapView) => readonly Choice[] }[] = [
  {
    name: 'application',
    label: 'Application',
    choices: ({ application }) => (application ? [[application.key, application.title]] : []),
  },
  { name: 'domain', label: 'Core domain', choices: ({ domains }) => domains.map(({ key, shortTitle }) => [key, shortTitle]) },
  { name: 'audience', label: 'Audience', choices: ({ audiences }) => audiences.map(({ key, shortTitle }) => [key, shortTitle]) },
  {
    name: 'status',
    label: 'Status',
    choices: ({ criteria }) =>
      criteria.flatMap(({ status }): Choice[] => (status === undefined ? [] : [[status, capital(statusWords(status))]])),
  },
  {
    name: 'state',
    label: 'Coverage',
    choices: ({ criteria }) =>
      STATES.filter((state) => criteria.some((criterion) => criterion.state === state)).map((state) => [state, STATE_WORDS[state]]),
  },
  {
    name: 'lacks',
    label: 'What is missing',
    choices: ({ criteria }) => {
      const lacking = new Set(criteria.flatMap(lacksOf));
      return LACKS.filter(([key]) => lacking.has(key));
    },
  },
];

function fieldHtml(name: string, label: string, choices: readonly Choice[], idPrefix: string): string {
  const id = `${idPrefix}-${name}`;
  const options = [['', 'All'] as const, ...choices].map(([value, text]) => tag('option', { value }, textOf(text)));
  return tag('div', {}, tag('label', { for: id }, textOf(label)), tag('select', { id, name }, ...options));
}

function unique(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices).entries()];
}
