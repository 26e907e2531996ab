import { descriptionHtml } from '../../map/html/description-html.js';
import { filterHtml } from '../../map/html/filter-html.js';
import { legendHtml } from '../../map/html/legend-html.js';
import { listHtml } from '../../map/html/list-html.js';
import { matrixHtml } from '../../map/html/matrix-html.js';
import { tag, textOf } from '../../map/markup.js';
import type { PanelRoot } from '../../map/panel/messages.js';
import { filledIn, type PanelWords } from '../../map/panel/words.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import type { DestinationMapView } from '../../map/types.js';
import { summary, viewTitle } from '../../map/words.js';
import { missingHtml, missingSummary } from './missing-html.js';
import { namedElement } from './named-element.js';
import type { Panel } from './panel.js';
import { hrefOf } from './target-href.js';

/** What the panel shows, as HTML, before anything is filtered or set off. Documents' texts are escaped by what draws them. */
export function panelHtml(panel: Panel): string {
  const { view, roots, words, state } = panel;
  const chooser = chooserHtml(roots, words);
  if (!view) return header(chooser, tag('h1', {}, textOf(words.map))) + tag('main', {}, nothingHtml(roots, words));
  const options = { link: hrefOf, idPrefix: 'pn' };
  const filters = filterHtml([view], { idPrefix: 'pn-filter' });
  return [
    header(
      chooser,
      // Where maps can be chosen, the choice says it already; who hears the page still finds its heading.
      tag('h1', { class: chooser === '' ? undefined : 'pn-said' }, textOf(view.application?.title ?? view.framework.title)),
      tag('p', { class: 'pn-summary' }, textOf(summary(view))),
      cursorHtml(panel),
      tag(
        'div',
        { class: 'pn-tools' },
        tag('button', { type: 'button', 'data-pn': 'missing', 'aria-pressed': String(state.missing) }, textOf(words.showMissing)),
        filters === '' ? '' : part('filter', words.filter, filters, state.open),
      ),
      state.missing ? missingSummary(view, words) : '',
    ),
    tag(
      'main',
      { 'data-framework': view.framework.key },
      tag('p', { class: 'pn-said', id: 'pn-keys' }, textOf(words.keys)),
      tag('section', { class: 'pn-map', 'aria-label': viewTitle(view) }, radialMap(view, { ...options, variant: 'interactive' })),
      tag(
        'div',
        { class: 'pn-beside' },
        state.missing ? missingHtml(view, words) : '',
        // The list of what is missing says the same of the same criteria, and more.
        tag(
          'section',
          { 'aria-labelledby': 'pn-list', hidden: state.missing },
          tag('h2', { id: 'pn-list' }, textOf(words.listTitle)),
          listHtml(view, options),
        ),
        matrixPart(view, words, state.open),
        part('legend', words.legendTitle, legendHtml(view, { idPrefix: 'pn-legend' }), state.open),
        part('words', words.wordsTitle, descriptionHtml(view, { level: 3 }), state.open),
      ),
    ),
  ].join('');
}

/** What is said where there is no map; where there is no guidance either, how to start some. */
function nothingHtml(roots: readonly PanelRoot[], words: PanelWords): string {
  const isOpen = roots.length > 0;
  const said = tag('p', { class: 'pn-none' }, textOf(isOpen ? words.noMap : words.noGuidanceOpen));
  return isOpen ? said : said + tag('button', { type: 'button', class: 'pn-begin', 'data-pn': 'begin' }, textOf(words.newFolder));
}

function header(...content: readonly string[]): string {
  return tag('header', { class: 'pn-head' }, ...content);
}

/** The maps to choose from; '' where there is only one. */
function chooserHtml(roots: readonly PanelRoot[], words: PanelWords): string {
  const all = roots.flatMap(({ maps }) => maps);
  if (all.length < 2) return '';
  const choices = roots.map(({ uri, title, maps }) => {
    const options = maps.map(({ id, title: name }) => tag('option', { value: choiceValue(uri, id) }, textOf(name)));
    return roots.length < 2 ? options.join('') : tag('optgroup', { label: title }, ...options);
  });
  return tag(
    'div',
    { class: 'pn-chooser' },
    tag('label', { for: 'pn-choose' }, textOf(words.chooseMap)),
    tag('select', { id: 'pn-choose', 'data-pn': 'choose' }, ...choices),
  );
}

/** A map of a root as the value of an option. */
export function choiceValue(root: string, map: string | undefined): string {
  return JSON.stringify([root, map ?? null]);
}

function matrixPart(view: DestinationMapView, words: PanelWords, open: readonly string[]): string {
  const matrix = matrixHtml(view, { link: hrefOf, idPrefix: 'pn-matrix' });
  return matrix === '' ? '' : part('matrix', words.matrixTitle, matrix, open);
}

/** Something that is shown on demand. */
function part(name: string, title: string, html: string, open: readonly string[]): string {
  return tag(
    'details',
    { class: `pn-part pn-${name}`, 'data-part': name, open: open.includes(name) },
    tag('summary', {}, textOf(title)),
    tag('div', { class: 'pn-inside' }, html),
  );
}

/** What the cursor is at, in words: its shape may be further down. The line is there in any case, so that nothing jumps. */
function cursorHtml({ element, view, words }: Panel): string {
  const named = namedElement(element, view);
  const link = named && tag('a', { href: hrefOf(named.target) }, textOf(named.short));
  return tag('p', { class: 'pn-cursor' }, link ? filledIn(textOf(words.atCursor), link) : '');
}
