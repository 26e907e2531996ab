import { tag, textOf } from '../markup.js';
import { TYPEFACE } from '../styles/svg-styles.js';
import { mapStyles } from '../styles.js';
import { influenceDiagrams } from '../svg/influence-svg.js';
import { radialMap } from '../svg/radial-svg.js';
import type { DestinationMapView, MapLink } from '../types.js';
import { provenance, sentence, summary, viewTitle } from '../words.js';
import { descriptionHtml } from './description-html.js';
import { elementAnchor, elementsHtml } from './elements-html.js';
import { legendHtml } from './legend-html.js';
import { listAnchor, listHtml } from './list-html.js';
import { matrixHtml } from './matrix-html.js';

/** What a page of its own is made with. */
export interface PageOptions {
  readonly title: string;
  readonly lang: string;
  /** What the guidance says about its standing. */
  readonly disclaimer?: string;
}

/** One file that needs nothing else: map, legend, matrix, list and long description of each view. Its links stay on the page. */
export function mapPage(views: readonly DestinationMapView[], { title, lang, disclaimer }: PageOptions): string {
  const head = [
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>`,
    tag('title', {}, textOf(title)),
    `<style>\n${mapStyles('page')}\n${PAGE_STYLES}\n</style>`,
  ];
  const notice = disclaimer === undefined ? '' : tag('p', { class: 'dm-disclaimer' }, textOf(disclaimer));
  const sections = views.map((view, index) => sectionHtml(view, `map${index + 1}`));
  const body = tag('main', {}, tag('h1', {}, textOf(title)), notice, ...sections);
  return `<!doctype html>\n${tag('html', { lang }, tag('head', {}, ...head), tag('body', {}, body))}\n`;
}

function sectionHtml(view: DestinationMapView, id: string): string {
  const options = { link: linksOnPage(view, id), idPrefix: id };
  const matrix = matrixHtml(view, { ...options, idPrefix: `${id}-matrix` });
  const flows = influenceDiagrams(view, { idPrefix: id });
  return tag(
    'section',
    { 'aria-labelledby': `${id}-heading`, 'data-dm-view': true, 'data-application': view.application?.key },
    tag('h2', { id: `${id}-heading` }, textOf(viewTitle(view))),
    tag('p', {}, textOf(summary(view))),
    tag('p', {}, tag('a', { class: 'dm-skip', href: `#${id}-after` }, 'Skip the map')),
    radialMap(view, { ...options, variant: 'interactive' }),
    tag('h3', { id: `${id}-after`, tabindex: -1 }, 'What the marks mean'),
    legendHtml(view, { idPrefix: `${id}-legend` }),
    tag('h3', {}, 'Criteria'),
    listHtml(view, options),
    matrix === '' ? '' : tag('h3', {}, 'Attributes and core domains') + matrix,
    tag('h3', {}, 'Centre and domains'),
    elementsHtml(view, options),
    flows === '' ? '' : tag('h3', {}, 'How it flows') + flows,
    tag('h3', {}, 'The map in words'),
    descriptionHtml(view, { level: 4 }),
    tag('footer', { class: 'dm-foot' }, tag('p', {}, textOf(provenance(view).map(sentence).join(' ')))),
  );
}

/** Addresses on the page itself: criteria and their guidance lead to the list, domains to what is said of them. */
function linksOnPage(view: DestinationMapView, id: string): MapLink {
  return (target) => {
    switch (target.kind) {
      case 'criterion':
        return `#${listAnchor(target.key, id)}`;
      case 'document': {
        const criterion = view.criteria.find(({ path }) => path === target.path);
        return criterion && `#${listAnchor(criterion.key, id)}`;
      }
      case 'attribute':
        return undefined;
      default:
        return `#${elementAnchor(target.kind, target.key, id)}`;
    }
  };
}

const PAGE_STYLES = [
  `body{margin:0;background:var(--dm-surface);color:var(--dm-text);font:1.0625rem/1.5 ${TYPEFACE}}`,
  'main{max-width:66rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}',
  'h1{font-size:2rem;line-height:1.2;margin:.5rem 0 1rem}h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .5rem}',
  'h3{font-size:1.25rem;margin:2.5rem 0 .75rem}h4{font-size:1.0625rem;margin:1.5rem 0 .25rem}',
  'p{max-width:44rem}h1,h2,h3,h4,p,li,dd,th,td{overflow-wrap:anywhere}',
  'a{color:var(--dm-link);text-underline-offset:.15em}',
  'a:focus-visible{outline:3px solid var(--dm-focus-ring);background:var(--dm-focus);color:var(--dm-focus-ring)}',
  '.dm-svg a:focus-visible{outline:none;background:none}',
  '.dm-disclaimer{border-inline-start:.3rem solid var(--dm-muted);padding-inline-start:1rem;color:var(--dm-muted)}',
  '.dm-foot{margin-top:2.5rem;border-top:1px solid var(--dm-rule);font-size:.9375rem;color:var(--dm-muted)}',
  '.dm-elements dt{font-weight:700;margin-top:.75rem}.dm-elements dd{margin:0;max-width:44rem}',
  'li:target,dt:target,dd:target{background:var(--dm-raised)}',
  '@media (forced-colors:active){a:focus-visible{outline-color:Highlight}}',
  '@media print{.dm-skip{display:none}section+section{break-before:page}h2,h3,h4{break-after:avoid}.dm-list>li,.dm-flow-figure{break-inside:avoid}}',
].join('\n');
