import { filterData } from '../filter-data.js';
import { tag, textOf } from '../markup.js';
import type { DestinationMapView, MapAttribute, MapCell, MapDomain, MapLink } from '../types.js';
import { isEditorial, numbered } from '../words.js';
import { linked } from './state-html.js';

/** What the matrix is drawn with. */
export interface MatrixOptions {
  readonly link: MapLink;
  /** Begins every id, so that several matrices can be on one page. */
  readonly idPrefix: string;
}

/**
 * The attributes × core domains matrix as a table in a region that can be scrolled by keyboard; '' where the framework has no
 * attributes. Each cell links to the guidance that fills it; an empty one says so. In narrow places styles stack it, which takes a
 * table's meaning away in some browsers: so its roles are written out.
 */
export function matrixHtml(view: DestinationMapView, { link, idPrefix }: MatrixOptions): string {
  if (view.attributes.length === 0 || view.domains.length === 0) return '';
  const caption = `${idPrefix}-caption`;
  const heads = view.domains.map((domain) => domainHead(domain, link));
  const corner = tag('th', { scope: 'col', role: 'columnheader' }, 'Attribute');
  const table = tag(
    'table',
    { class: 'dm-matrix', role: 'table' },
    tag('caption', { id: caption }, textOf(captionOf(view))),
    tag('thead', { role: 'rowgroup' }, tag('tr', { role: 'row' }, corner, ...heads)),
    tag('tbody', { role: 'rowgroup' }, ...view.attributes.map((attribute) => attributeRow(attribute, view, link))),
  );
  return tag('section', { class: 'dm-scroll', tabindex: 0, 'aria-labelledby': caption }, table) + marksNote(view);
}

function captionOf({ matrix, attributes, domains }: DestinationMapView): string {
  const filled = matrix.filter(({ claims }) => claims.length > 0).length;
  return `${attributes.length} attributes, each read against ${domains.length} core domains. ${filled} of ${matrix.length} cells are filled.`;
}

/** What the marks beside attributes are. */
function marksNote({ attributes }: DestinationMapView): string {
  const marks = [...new Set(attributes.flatMap(({ marked }) => marked ?? []))];
  return marks
    .map((mark) => tag('p', { class: 'dm-mark-note' }, textOf(`${mark} is the source’s own mark, which it does not explain.`)))
    .join('');
}

function domainHead(domain: MapDomain, link: MapLink): string {
  const title = linked(link({ kind: 'domain', key: domain.key }), textOf(domain.shortTitle));
  return tag('th', { scope: 'col', role: 'columnheader' }, title);
}

function attributeRow(attribute: MapAttribute, view: DestinationMapView, link: MapLink): string {
  const mark = attribute.marked === undefined ? '' : ` ${textOf(attribute.marked)}`;
  const title = linked(link({ kind: 'attribute', key: attribute.key }), textOf(numbered(attribute)));
  const cells = view.domains.map((domain) => {
    const found = view.matrix.find((one) => one.attribute === attribute.key && one.domain === domain.key);
    return { domain, html: cellHtml(found, view, link) };
  });
  const empty = cells.filter(({ html }) => html === EMPTY).map(({ domain }) => domain.shortTitle);
  // Stacked, the empty cells are named in one line; they are still there for who hears the table.
  const note = empty.length === 0 ? '' : tag('span', { class: 'dm-empties', 'aria-hidden': 'true' }, textOf(`Empty: ${empty.join(', ')}`));
  return tag(
    'tr',
    { role: 'row' },
    tag('th', { scope: 'row', role: 'rowheader' }, title + mark + note),
    ...cells.map(({ domain, html }) =>
      tag(
        'td',
        {
          role: 'cell',
          class: html === EMPTY ? 'dm-cell-empty' : undefined,
          'data-domain': domain.key,
          'data-label': domain.shortTitle,
        },
        html,
      ),
    ),
  );
}

const EMPTY = tag('span', { class: 'dm-empty' }, 'Empty');
/** Shown by the script that filters. */
const NOTHING_MATCHES = '<span class="dm-empty" data-dm-none hidden>Nothing that matches</span>';

function cellHtml(cell: MapCell | undefined, view: DestinationMapView, link: MapLink): string {
  const keys = [...new Set(cell?.claims.map(({ criterion }) => criterion) ?? [])];
  const items = keys.flatMap((key) => {
    const criterion = view.criteria.find((one) => one.key === key);
    const claims = cell?.claims.filter((one) => one.criterion === key) ?? [];
    const path = claims[0]?.path;
    if (!criterion || path === undefined) return [];
    const basis = isEditorial(claims) ? ` ${tag('span', { class: 'dm-basis' }, '(our reading)')}` : '';
    const href = link({ kind: 'document', path });
    return [tag('li', { ...filterData(criterion, view), 'data-dm-item': 'cell' }, linked(href, textOf(numbered(criterion))) + basis)];
  });
  if (items.length === 0) return EMPTY;
  return tag('ul', {}, ...items) + NOTHING_MATCHES;
}
