import { capital } from '../../core/text/words.js';
import { LACKS, lacksOf } from '../filter-data.js';
import { tag, textOf } from '../markup.js';
import type { DestinationMapView, MapCriterion } from '../types.js';
import { STATE_TITLES, STATES, statusWords } from '../words.js';

type Choice = readonly [value: string, label: string];

/** A field of the form: what it offers, and which of these values a criterion has. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly choices: (view: DestinationMapView) => readonly Choice[];
  readonly values: (criterion: MapCriterion, view: DestinationMapView) => readonly (string | undefined)[];
}

/**
 * The form that filters map, matrix and list alike, by what their elements carry as data attributes; '' where there is
 * nothing to choose. A field is left out where each of its choices would show every criterion. The form is hidden until a script
 * (`map-filters`) has put the class `js` on the page.
 * @param views all that are on the page
 */
export function filterHtml(views: readonly DestinationMapView[], { idPrefix }: { readonly idPrefix: string }): string {
  const fields = FIELDS.filter((field) => leavesOut(field, views)).map((field) => fieldHtml(field, offeredBy(field, views), idPrefix));
  if (fields.length === 0) return '';
  return tag(
    'form',
    { class: 'dm-filters', 'data-dm-filters': true, role: 'search', 'aria-label': 'Filter the criteria' },
    tag('fieldset', {}, tag('legend', {}, 'Show criteria'), ...fields, tag('button', { type: 'submit' }, 'Show all')),
    tag('p', { class: 'dm-filters-result', role: 'status', 'aria-live': 'polite', 'data-dm-result': true }),
  );
}

const FIELDS: readonly Field[] = [
  {
    name: 'application',
    label: 'Application',
    choices: ({ application }) => (application ? [[application.key, application.title]] : []),
    values: (_, { application }) => [application?.key],
  },
  {
    name: 'domain',
    label: 'Core domain',
    choices: ({ domains }) => domains.map(({ key, shortTitle }) => [key, shortTitle]),
    values: ({ serves }) => serves.map(({ domain }) => domain),
  },
  {
    name: 'audience',
    label: 'Audience',
    choices: ({ audiences }) => audiences.map(({ key, shortTitle }) => [key, shortTitle]),
    values: ({ audiences }) => audiences,
  },
  {
    name: 'status',
    label: 'Status',
    choices: ({ criteria }) =>
      criteria.flatMap(({ status }): Choice[] => (status === undefined ? [] : [[status, capital(statusWords(status))]])),
    values: ({ status }) => [status],
  },
  {
    name: 'state',
    label: 'Coverage',
    choices: ({ criteria }) =>
      STATES.filter((state) => criteria.some((criterion) => criterion.state === state)).map((state) => [state, STATE_TITLES[state]]),
    values: ({ state }) => [state],
  },
  {
    name: 'lacks',
    label: 'What is missing',
    choices: ({ criteria }) => {
      const lacking = new Set(criteria.flatMap(lacksOf));
      return LACKS.filter(([key]) => lacking.has(key));
    },
    values: lacksOf,
  },
];

/** The choices of all views, each once. */
function offeredBy({ choices }: Field, views: readonly DestinationMapView[]): Choice[] {
  return [...new Map(views.flatMap(choices)).entries()];
}

/** Whether some choice would leave some criterion out: else there is nothing to filter by. */
function leavesOut(field: Field, views: readonly DestinationMapView[]): boolean {
  return offeredBy(field, views).some(([value]) =>
    views.some((view) => view.criteria.some((criterion) => !field.values(criterion, view).includes(value))),
  );
}

function fieldHtml({ name, label }: Field, choices: readonly Choice[], idPrefix: string): string {
  const id = `${idPrefix}-${name}`;
  const options = [['', 'All'] as const, ...choices].map(([value, text]) => tag('option', { value }, textOf(text)));
  return tag('div', {}, tag('label', { for: id }, textOf(label)), tag('select', { id, name }, ...options));
}
