import { filterData, lacksOf, TO_WRITE } from '../../map/filter-data.js';
import { idOf, tag, textOf } from '../../map/markup.js';
import { filledIn, type PanelWords } from '../../map/panel/words.js';
import type { DestinationMapView, MapCriterion } from '../../map/types.js';
import { numbered, sentence } from '../../map/words.js';
import { hrefOf } from './target-href.js';

/** The criteria on which something is still to be written. */
export function unfinished({ criteria }: DestinationMapView): MapCriterion[] {
  return criteria.filter((criterion) => lacksOf(criterion).some((lack) => TO_WRITE.includes(lack)));
}

/** How much there is to write, with a way to the list of it. */
export function missingSummary(view: DestinationMapView, words: PanelWords): string {
  const open = unfinished(view);
  if (open.length === 0) return tag('p', { class: 'pn-count' }, textOf(words.nothingToWrite));
  const criteria = open.filter(({ path }) => path === undefined).length;
  const sections = open.reduce((sum, { unfilled }) => sum + unfilled.length, 0);
  const counts = [number(criteria, words.oneCriterion, words.criteria), number(sections, words.oneSection, words.sections)].filter(
    (text) => text !== '',
  );
  const [one = '', other] = counts;
  const both = other === undefined ? one : filledIn(words.and, one, other);
  const says = both === '' ? '' : `${filledIn(words.toBeWritten, both)} `;
  return tag('p', { class: 'pn-count' }, textOf(says), tag('a', { href: '#pn-missing', 'data-pn': 'to-list' }, textOf(words.showList)));
}

function number(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : filledIn(many, String(count));
}

/** What is still to be written, each with a button that begins it. */
export function missingHtml(view: DestinationMapView, words: PanelWords): string {
  const items = unfinished(view).map((criterion) => itemHtml(criterion, view, words));
  const list = items.length === 0 ? tag('p', {}, textOf(words.nothingToWrite)) : tag('ul', { class: 'pn-list', role: 'list' }, ...items);
  return tag(
    'section',
    { class: 'pn-missing', 'aria-labelledby': 'pn-missing' },
    tag('h2', { id: 'pn-missing', tabindex: -1 }, textOf(words.toWrite)),
    list,
  );
}

function itemHtml(criterion: MapCriterion, view: DestinationMapView, words: PanelWords): string {
  const { key, path, unfilled, state, because, parts, status } = criterion;
  const name = numbered(criterion);
  const facts: string[] = [];
  if (path === undefined) facts.push(state === 'planned' ? words.planned : words.noGuidance);
  else if (unfilled.length === 0 && parts.every((part) => part.state !== 'missing')) facts.push(words.draft);
  if (because !== undefined) facts.push(sentence(because));
  if (path !== undefined && status !== undefined) {
    facts.push(...parts.filter((part) => part.state === 'missing').map((part) => filledIn(words.partMissing, part.label, part.title)));
  }
  const canBegin = path === undefined && view.application !== undefined;
  return tag(
    'li',
    { ...filterData(criterion, view), id: idOf('pn-missing', key), 'data-dm-item': 'to-write' },
    tag(
      'div',
      { class: 'pn-row' },
      tag('p', { class: 'pn-name' }, tag('a', { href: hrefOf({ kind: 'criterion', key }) }, textOf(name))),
      canBegin ? writeButton(criterion, undefined, words) : '',
    ),
    facts.length === 0 ? '' : tag('p', { class: 'dm-facts' }, textOf(facts.join(' '))),
    unfilled.length === 0
      ? ''
      : tag(
          'ul',
          { role: 'list' },
          ...unfilled.map((section) =>
            tag('li', { class: 'pn-row' }, tag('span', {}, textOf(section)), writeButton(criterion, section, words)),
          ),
        ),
  );
}

/** Its name says what is written: “Write it” alone would be the same for all of them. */
function writeButton(criterion: MapCriterion, section: string | undefined, words: PanelWords): string {
  const what = section === undefined ? numbered(criterion) : `${section}, ${numbered(criterion)}`;
  return tag(
    'button',
    {
      type: 'button',
      class: 'pn-write',
      'data-pn': 'write',
      'data-key': criterion.key,
      'data-section': section,
      'aria-label': filledIn(words.writeThat, what),
    },
    textOf(words.writeIt),
  );
}
