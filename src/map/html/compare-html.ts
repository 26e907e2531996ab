import { count } from '../../core/text/words.js';
import { tag, textOf } from '../markup.js';
import type { DestinationMapView, MapCriterion, MapLink } from '../types.js';
import { listed, STATE_TITLES, sentence, servedNames, statusWords } from '../words.js';
import { linked, stateHtml } from './state-html.js';

/**
 * How several applications stand with one criterion, side by side; '' where fewer than two have it.
 * @param views of any frameworks: only those with the criterion and an application are compared
 * @param link gives the address of each application's guidance
 */
export function compareCriterion(views: readonly DestinationMapView[], criterionKey: string, link: MapLink): string {
  const columns = views.flatMap((view) => {
    const criterion = view.application && view.criteria.find(({ key }) => key === criterionKey);
    return criterion ? [{ view, criterion }] : [];
  });
  const [first] = columns;
  if (!first || columns.length < 2) return '';
  const row = (head: string, cell: (criterion: MapCriterion, view: DestinationMapView, index: number) => string) =>
    tag(
      'tr',
      {},
      tag('th', { scope: 'row' }, head),
      ...columns.map(({ criterion, view }, index) => tag('td', {}, cell(criterion, view, index))),
    );
  const caption = `compare-${criterionKey.replace(/[^A-Za-z0-9_-]/g, '_')}`;
  const table = tag(
    'table',
    { class: 'dm-compare' },
    tag('caption', { id: caption }, textOf(`${first.criterion.shortTitle} in ${columns.length} applications`)),
    tag(
      'thead',
      {},
      tag('tr', {}, tag('th', { scope: 'col' }, 'About'), ...columns.map(({ view, criterion }) => head(view, criterion, link))),
    ),
    tag(
      'tbody',
      {},
      row('Coverage', (criterion, view, index) => stateHtml(criterion.state, view, `${caption}-${index}`) + reason(criterion)),
      row('Status', ({ status }) => (status === undefined ? NONE : textOf(statusWords(status)))),
      ...first.criterion.parts.map(({ key, label, title }) =>
        row(textOf(`Part ${label}: ${title}`), (criterion) => partState(criterion, key)),
      ),
      row('Core domains', (criterion, view) => domainsText(criterion, view)),
      row('Sources cited', ({ path, sources }) => (path === undefined ? NONE : String(sources))),
      row('Recorded gaps', ({ gaps }) => (gaps.length === 0 ? NONE : textOf(count(gaps.length, 'gap')))),
      row('Next review', ({ reviewDue, overdue }) =>
        reviewDue === undefined ? NONE : textOf(overdue ? `${reviewDue}, overdue` : reviewDue),
      ),
    ),
  );
  return tag('section', { class: 'dm-scroll', tabindex: 0, 'aria-labelledby': caption }, table);
}

const NONE = tag('span', { class: 'dm-empty' }, 'None');

function head({ application }: DestinationMapView, { path }: MapCriterion, link: MapLink): string {
  const target = path ?? application?.path;
  const href = target === undefined ? undefined : link({ kind: 'document', path: target });
  return tag('th', { scope: 'col' }, linked(href, textOf(application?.title ?? '')));
}

function reason({ because }: MapCriterion): string {
  return because === undefined ? '' : tag('p', { class: 'dm-facts' }, textOf(sentence(because)));
}

function partState({ parts }: MapCriterion, key: string): string {
  const part = parts.find((one) => one.key === key);
  return part ? textOf(STATE_TITLES[part.state]) : NONE;
}

function domainsText(criterion: MapCriterion, view: DestinationMapView): string {
  const served = servedNames(criterion, view);
  return served.length === 0 ? NONE : textOf(listed(served));
}
