import { strict as assert } from 'node:assert';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { compareCriterion } from '../../../src/map/html/compare-html.js';
import { filterHtml } from '../../../src/map/html/filter-html.js';
import { legendHtml } from '../../../src/map/html/legend-html.js';
import { listHtml } from '../../../src/map/html/list-html.js';
import { matrixHtml } from '../../../src/map/html/matrix-html.js';
import { mapPage } from '../../../src/map/html/page-html.js';
import { influenceDiagrams } from '../../../src/map/svg/influence-svg.js';
import { radialMap } from '../../../src/map/svg/radial-svg.js';
import type { DestinationMapView, MapLink } from '../../../src/map/types.js';
import { madeView } from '../../support/made-view.js';
import { harbour, twoApplications } from '../../support/map-views.js';
import { XSS_PAYLOADS } from '../../support/xss-payloads.js';

const link: MapLink = (target) => (target.kind === 'document' ? `/${target.path}` : `/${target.kind}/${target.key}`);
const drawing = { link, idPrefix: 'm' } as const;

function elements(markup: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'element') found.push(node);
    if ('children' in node) for (const child of node.children) visit(child as Nodes);
  };
  visit(fromHtml(markup, { fragment: true }));
  return found;
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textIn(child as Nodes)).join(' ') : '';
}

function treeCare(): DestinationMapView {
  const view = twoApplications().find(({ application }) => application?.key === 'tree-care');
  assert.ok(view);
  return view;
}

describe('the drawn map', () => {
  it('is read from the hub, by each domain with its knowledge domain, to the criteria in order', () => {
    const [view] = twoApplications();
    assert.ok(view);
    const links = elements(radialMap(view, { ...drawing, variant: 'interactive' })).filter(({ tagName }) => tagName === 'a');
    const once = links.slice(0, links.length / 2).map(({ properties }) => String(properties['href']));
    assert.deepEqual(once, [
      '/hub/destination-map',
      '/domain/publics',
      '/knowledge_domain/public-value-theory',
      '/domain/organisations',
      '/knowledge_domain/organisational-learning-theory',
      '/domain/individuals',
      '/knowledge_domain/individual-learning-theory',
      ...view.criteria.map(({ key }) => `/criterion/${key}`),
    ]);
    // The small drawing, of which the page shows one or the other, is read in the same order.
    assert.deepEqual(
      links.slice(links.length / 2).map(({ properties }) => properties['href']),
      once,
    );
  });

  it('names every shape by its visible text and its state', () => {
    for (const view of [...twoApplications(), harbour()]) {
      const links = elements(radialMap(view, { ...drawing, variant: 'interactive' })).filter(({ tagName }) => tagName === 'a');
      for (const one of links) {
        const name = String(one.properties['ariaLabel']);
        const visible = textIn(one).replace(/\s+/g, ' ').trim();
        assert.ok(name.includes(visible), `“${name}” does not contain “${visible}”`);
      }
    }
    const names = elements(radialMap(treeCare(), { ...drawing, variant: 'interactive' })).map(({ properties }) => properties['ariaLabel']);
    assert.ok(names.includes('8 Multi-modal access: planned.'));
    assert.ok(
      names.includes(
        '10 Quality assurance: partly covered, in review. Part a, Design: covered. Part b, Delivery: covered. Part c, Impact: missing. Serves Organisations.',
      ),
    );
  });

  it('is one picture with its description where it stands alone', () => {
    const svg = radialMap(harbour(), { ...drawing, variant: 'image' });
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-labelledby="m-title" aria-describedby="m-desc"/);
    assert.doesNotMatch(svg, /<a |var\(|aria-label=/);
    assert.match(svg, /<desc id="m-desc">The map\. Harbour Safety Compass: Harbour safety for small craft\./);
  });

  it('has each id once, however many maps are on a page, and refers to none that is not there', () => {
    const views = [...twoApplications(), harbour()];
    const all = elements(mapPage(views, { title: 'Maps', lang: 'en' }));
    const ids = all.flatMap(({ properties }) => (properties['id'] === undefined ? [] : [String(properties['id'])]));
    assert.equal(new Set(ids).size, ids.length);
    const there = new Set(ids);
    for (const { properties } of all) {
      const href = properties['href'];
      if (typeof href === 'string') assert.ok(there.has(href.slice(1)), href);
      for (const reference of ['ariaLabelledBy', 'ariaDescribedBy']) {
        for (const id of (properties[reference] as string[] | undefined) ?? []) assert.ok(there.has(id), id);
      }
    }
  });

  it('says at its foot what it is of and how it stands, where it may be taken away', () => {
    const foot = (markup: string) =>
      elements(markup)
        .filter(({ tagName }) => tagName === 'text' || tagName === 'footer')
        .at(-1);
    const says = (markup: string) => textIn(foot(markup) as Nodes).replace(/\s+/g, ' ');
    for (const markup of [radialMap(harbour(), { ...drawing, variant: 'image' }), mapPage([harbour()], { title: 'Map', lang: 'en' })]) {
      assert.match(
        says(markup),
        /Harbour safety for small craft.*4 of 30 criteria covered \(1 published, 3 in review\).*Framework: Harbour/,
      );
    }
    assert.doesNotMatch(radialMap(harbour(), { ...drawing, variant: 'interactive' }), /Framework: /);
  });

  it('has the lines to core domains outside the links, before them', () => {
    for (const view of [treeCare(), harbour()]) {
      const all = elements(radialMap(view, { ...drawing, variant: 'interactive' }));
      const inLinks = all.filter(({ tagName }) => tagName === 'a').flatMap((link) => link.children);
      const isLines = (node: Nodes) => node.type === 'element' && String(node.properties['className']) === 'dm-edges';
      assert.ok(!inLinks.some(isLines));
      const places = all.filter(({ properties }) => String(properties['className']) === 'dm-place');
      assert.equal(places.length, view.criteria.filter(({ serves }) => serves.length > 0).length);
      for (const { children } of places) assert.deepEqual(children.map(isLines), [true, false]);
    }
  });

  it('draws the same bytes each time', () => {
    assert.equal(radialMap(harbour(), { ...drawing, variant: 'image' }), radialMap(harbour(), { ...drawing, variant: 'image' }));
  });

  it('draws a framework that has one domain, one criterion or none at all', () => {
    for (const view of [madeView([], []), madeView(['One'], ['Only']), madeView(['One', 'Two'], [])]) {
      const svg = radialMap(view, { ...drawing, variant: 'interactive' });
      assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
    }
  });
});

describe('what stands beside the map', () => {
  it('says of empty cells that they are empty, and links full ones to the guidance that fills them', () => {
    const view = treeCare();
    const cells = elements(matrixHtml(view, drawing)).filter(({ tagName }) => tagName === 'td');
    assert.equal(cells.length, view.matrix.length);
    for (const [index, cell] of cells.entries()) {
      const claims = view.matrix[index]?.claims ?? [];
      if (claims.length === 0) assert.equal(textIn(cell), 'Empty');
      for (const { path } of claims) {
        assert.ok(elements(matrixHtml(view, drawing)).some(({ properties }) => properties['href'] === `/${path}`));
      }
    }
    assert.equal(cells.filter((cell) => textIn(cell) === 'Empty').length, view.matrix.filter(({ claims }) => claims.length === 0).length);
  });

  it('keeps the roles of the table for when it is stacked, and names the empty cells of a row in one line', () => {
    const all = elements(matrixHtml(treeCare(), drawing));
    const roles: Readonly<Record<string, readonly string[]>> = {
      table: ['table'],
      thead: ['rowgroup'],
      tbody: ['rowgroup'],
      tr: ['row'],
      th: ['columnheader', 'rowheader'],
      td: ['cell'],
    };
    for (const { tagName, properties } of all) {
      if (tagName in roles) assert.ok(roles[tagName]?.includes(String(properties['role'])), tagName);
    }
    for (const row of all.filter(({ tagName }) => tagName === 'tr').slice(1)) {
      const empty = row.children.filter((cell) => cell.type === 'element' && cell.tagName === 'td' && textIn(cell) === 'Empty');
      const names = empty.map((cell) => (cell.type === 'element' ? cell.properties['dataLabel'] : ''));
      const note = /Empty: .*/.exec(textIn(row.children[0] as Nodes))?.[0];
      assert.equal(note, names.length === 0 ? undefined : `Empty: ${names.join(', ')}`);
    }
  });

  it('says what the marks beside attributes are, where there are some', () => {
    assert.match(matrixHtml(treeCare(), drawing), /\* is the source’s own mark, which it does not explain\./);
    assert.doesNotMatch(matrixHtml(harbour(), drawing), /own mark/);
  });

  it('lists every criterion with its state in words', () => {
    const view = harbour();
    const items = elements(listHtml(view, drawing)).filter(({ tagName }) => tagName === 'li');
    assert.equal(items.length, 30);
    assert.match(
      textIn(items[5] as Element).replace(/\s+/g, ' '),
      /6 Watching the weather Planned ?: The forecast board is to be put up first\./,
    );
  });

  it('carries what filters go by on shapes, items and cells alike', () => {
    const view = treeCare();
    const data = (markup: string) =>
      new Map(
        elements(markup)
          .filter(({ properties }) => properties['dataCriterion'] === 'feedback-culture')
          .map(({ properties }) => [
            JSON.stringify([properties['dataState'], properties['dataDomains'], properties['dataAudiences'], properties['dataStatus']]),
            properties['dataApplication'],
          ]),
      );
    const expected = [
      [
        JSON.stringify(['covered', 'publics organisations individuals', 'individual-learners learning-functions', 'published']),
        'tree-care',
      ],
    ];
    for (const markup of [radialMap(view, { ...drawing, variant: 'interactive' }), listHtml(view, drawing), matrixHtml(view, drawing)]) {
      assert.deepEqual([...data(markup)], expected);
    }
  });

  it('offers only filters that there is something to choose from', () => {
    const names = (views: readonly DestinationMapView[]) =>
      elements(filterHtml(views, drawing)).flatMap(({ tagName, properties }) => (tagName === 'select' ? [properties['name']] : []));
    assert.deepEqual(names(twoApplications()), ['application', 'domain', 'audience', 'status', 'state', 'lacks']);
    assert.deepEqual(names([harbour()]), ['domain', 'status', 'state', 'lacks']);
    // One choice filters where some criteria lack it, and nothing where all have it.
    const made = madeView(['One', 'Two'], ['First', 'Second']);
    assert.deepEqual(names([made]), ['domain']);
    const planned = { state: 'planned', status: undefined } as const;
    const criteria = made.criteria.map((criterion, index) => (index === 0 ? criterion : { ...criterion, ...planned }));
    assert.deepEqual(names([{ ...made, criteria }]), ['domain', 'status', 'state', 'lacks']);
  });

  it('sets applications side by side on one criterion', () => {
    const html = compareCriterion(twoApplications(), 'quality-assurance', link);
    const rows = elements(html).filter(({ tagName }) => tagName === 'tr');
    const cells = rows.map((row) =>
      row.children.map((cell) =>
        textIn(cell as Nodes)
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    );
    assert.deepEqual(cells[0], ['About', 'The Destination Map applied to RASSO investigation', 'Caring for street trees']);
    assert.deepEqual(cells[1], ['Coverage', 'Covered', 'Partly covered']);
    assert.deepEqual(cells[5], ['Part c: Impact', 'Covered', 'Missing']);
    assert.equal(compareCriterion([harbour()], 'cold-water', link), '');
  });

  it('draws the flows of a framework, and nothing where it has none', () => {
    const [view] = twoApplications();
    assert.ok(view);
    assert.equal(elements(influenceDiagrams(view, drawing)).filter(({ tagName }) => tagName === 'svg').length, 2);
    assert.match(influenceDiagrams(view, drawing), /Required capabilities, then Current capabilities/);
    assert.equal(influenceDiagrams(harbour(), drawing), '');
  });
});

describe('what documents say on the map', () => {
  const drawn = (view: DestinationMapView) =>
    [
      radialMap(view, { ...drawing, variant: 'interactive' }),
      radialMap(view, { ...drawing, variant: 'image' }),
      listHtml(view, drawing),
      legendHtml(view, drawing),
      filterHtml([view], drawing),
    ].join('');
  const tagsOf = (markup: string) => new Set(elements(markup).map(({ tagName }) => tagName));
  const known = new Set<string>();
  before(() => {
    for (const view of [treeCare(), harbour()]) for (const tagName of tagsOf(drawn(view))) known.add(tagName);
  });

  for (const payload of XSS_PAYLOADS) {
    it(`stays text: ${JSON.stringify(payload).slice(0, 60)}`, () => {
      const claim = { domain: payload, attributes: [payload], because: payload, basis: payload };
      const gaps = [{ about: payload, section: payload, because: payload }];
      const parts = [{ key: payload, label: payload, title: payload, state: 'missing' as const }];
      const criterion = { key: payload, number: payload, status: payload, path: payload, because: payload, audiences: [payload] };
      const made = madeView([payload, 'Two'], [payload], {
        knowledge: true,
        hub: payload,
        frame: payload,
        criterion: { ...criterion, serves: [claim], gaps, parts, unfilled: [payload], reviewDue: payload, overdue: true },
      });
      for (const { tagName, properties } of elements(drawn(made))) {
        assert.ok(known.has(tagName), `<${tagName}> comes from a text`);
        for (const name of Object.keys(properties)) assert.doesNotMatch(name, /^on|^style$|^srcdoc$/i, `${tagName} has ${name}`);
      }
    });
  }
});
