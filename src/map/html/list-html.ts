import { count } from '../../core/text/words.js';
import { filterData } from '../filter-data.js';
import { idOf, tag, textOf } from '../markup.js';
import type { DestinationMapView, MapCriterion, MapLink } from '../types.js';
import { listed, STATE_TITLES, sentence, servedNames, statusWords } from '../words.js';
import { linked, stateHtml } from './state-html.js';

/** What a list is drawn with. */
export interface ListOptions {
  readonly link: MapLink;
  readonly idPrefix: string;
}

/** The criteria as a numbered list: everything that the map says of each, in words. */
export function listHtml(view: DestinationMapView, { link, idPrefix }: ListOptions): string {
  const items = view.criteria.map((criterion, index) => itemHtml(criterion, view, link, idPrefix, index));
  // Style sheets take a list's bullets away, and with them some browsers its role.
  return tag('ol', { class: 'dm-list', role: 'list' }, ...items);
}

/** The id of a criterion's item in the list with that prefix. */
export function listAnchor(key: string, idPrefix: string): string {
  return idOf(idPrefix, 'criterion', key);
}

function itemHtml(criterion: MapCriterion, view: DestinationMapView, link: MapLink, idPrefix: string, index: number): string {
  const title = linked(link({ kind: 'criterion', key: criterion.key }), textOf(criterion.shortTitle));
  const full = criterion.title === criterion.shortTitle ? '' : tag('p', { class: 'dm-facts' }, textOf(criterion.title));
  return tag(
    'li',
    { id: listAnchor(criterion.key, idPrefix), ...filterData(criterion, view), 'data-dm-item': 'criterion' },
    tag('span', { class: 'dm-list-number' }, textOf(criterion.number ?? '')),
    tag(
      'div',
      {},
      tag('p', { class: 'dm-list-title' }, title),
      full,
      tag('p', { class: 'dm-facts' }, stateHtml(criterion.state, view, `${idPrefix}-${index}`), factsText(criterion, view)),
      ...partsHtml(criterion),
    ),
  );
}

function factsText(criterion: MapCriterion, view: DestinationMapView): string {
  const served = servedNames(criterion, view);
  const facts = [
    criterion.status === undefined ? '' : `, ${statusWords(criterion.status)}.`,
    criterion.because === undefined ? '' : `: ${sentence(criterion.because)}`,
    served.length > 0 ? ` Serves ${listed(served)}.` : '',
    criterion.unfilled.length > 0 ? ` Still empty: ${sentence(listed(criterion.unfilled))}` : '',
    criterion.gaps.length > 0 ? ` ${count(criterion.gaps.length, 'recorded gap')}.` : '',
  ];
  const overdue = criterion.overdue
    ? ` ${tag('strong', { class: 'dm-alert' }, textOf(`Review overdue since ${criterion.reviewDue}.`))}`
    : '';
  return facts.map(textOf).join('') + overdue;
}

function partsHtml({ parts }: MapCriterion): string[] {
  if (parts.length === 0) return [];
  const words = parts.map((part) => `${part.label}) ${part.title}: ${STATE_TITLES[part.state].toLowerCase()}`);
  return [tag('p', { class: 'dm-facts' }, textOf(`Parts: ${words.join('; ')}.`))];
}
