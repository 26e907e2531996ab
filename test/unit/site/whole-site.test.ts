import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { secondFramework, withSecondApplication } from '../../support/fixture-roots.js';
import { filesBelow } from '../../support/guidance-files.js';
import { ASSETS, siteOf } from '../../support/site-in-memory.js';
import { linkProblems } from '../../support/site-links.js';

const assets = Object.fromEntries(Object.values(ASSETS).map((path) => [path, '']));

function guidance(): Record<string, string> {
  return Object.fromEntries([...filesBelow(['guidance'], /\.(?:md|yml)$/)].map(([path, text]) => [path.slice('guidance/'.length), text]));
}

const HISTORY = {
  entries: [
    {
      date: '2026-08-30',
      hash: '0123456789abcdef',
      subject: 'Say <b>more</b> about buy-in',
      files: [
        { path: 'rasso/buy-in.md', change: 'changed' as const },
        { path: 'gone.md', change: 'removed' as const },
      ],
    },
  ],
  lastModified: { 'rasso/buy-in.md': '2026-08-30' },
};

describe('a whole site', () => {
  const sites: [string, () => Record<string, string>][] = [
    ['the guidance of the project', () => siteOf(guidance(), { history: HISTORY })],
    ['two applications', () => siteOf(withSecondApplication())],
    ['a framework of another shape', () => siteOf(secondFramework(), { drafts: true })],
    ['a manifest alone', () => siteOf({ 'guidance.yml': 'title: Nothing yet\nframeworks: []\n' })],
  ];
  for (const [name, make] of sites) {
    it(`has no link that leads nowhere: ${name}`, () => {
      deepEqual(linkProblems({ ...make(), ...assets }), []);
    });
  }

  it('has a page for every element of its framework, which gathers what serves it in every application', () => {
    const site = siteOf(withSecondApplication());
    const framework = Object.keys(site).filter((path) => path.startsWith('framework/destination-map/'));
    equal(framework.filter((path) => path.includes('/criteria/')).length, 17);
    equal(framework.filter((path) => path.includes('/attributes/')).length, 9);
    const criterion = site['framework/destination-map/criteria/feedback-culture.html'] ?? '';
    match(criterion, /rasso\/feedback-culture\.html/);
    match(criterion, /tree-care\//);
    match(criterion, /Under “Criteria that this supports”/);
    match(criterion, /case-reviews\.html/);
  });

  it('says which pages rest on each point of each source', () => {
    const evidence = siteOf(guidance())['evidence.html'] ?? '';
    const point = /<li id="source-cprl-rasso\.12\.2">.*?<\/li>/s.exec(evidence)?.[0] ?? '';
    match(point, /Cited by .*rasso\/feedback-culture\.html/);
  });

  it('tells what changed, in words and as a feed, where there is an address', () => {
    const manifest = (guidance()['guidance.yml'] ?? '').replace('site:\n', 'site:\n  address: https://example.org/g/\n');
    const site = siteOf({ ...guidance(), 'guidance.yml': manifest }, { history: HISTORY });
    match(
      site['changes.html'] ?? '',
      /30 August 2026.*Changed: <a href="rasso\/buy-in\.html">Buy-in at every level<\/a>.*Removed: a page/s,
    );
    ok(!/gone\.md|Say/.test((site['changes.html'] ?? '') + site['feed.xml']));
    match(site['feed.xml'] ?? '', /<updated>2026-08-30T00:00:00Z<\/updated>/);
    match(site['sitemap.xml'] ?? '', /<loc>https:\/\/example\.org\/g\/rasso\/buy-in\.html<\/loc><lastmod>2026-08-30<\/lastmod>/);
    match(site['rasso/buy-in.html'] ?? '', /<link rel="canonical" href="https:\/\/example\.org\/g\/rasso\/buy-in\.html">/);
    match(site['robots.txt'] ?? '', /Sitemap: https:\/\/example\.org\/g\/sitemap\.xml/);
    ok(!Object.hasOwn(siteOf(guidance()), 'feed.xml'));
  });

  it('tells nothing of drafts that it leaves out, and writes a feed that can be read whatever a change is called', () => {
    const manifest = (guidance()['guidance.yml'] ?? '').replace(
      'site:\n',
      'site:\n  address: https://example.org/g/\n  change_notes: true\n',
    );
    const draft = '---\ntitle: Draft\ntype: page\nstatus: draft\n---\n\n# Draft\n';
    const change = (subject: string, ...paths: string[]) => ({
      date: '2026-08-30',
      hash: subject.length.toString(16),
      subject,
      files: paths.map((path) => ({ path, change: 'changed' as const })),
    });
    const entries = [change('Begin something secret', 'secret.md'), change('Both \u0007', 'secret.md', 'about.md')];
    const files = { ...guidance(), 'guidance.yml': manifest, 'secret.md': draft };
    const told = ({ 'changes.html': changes = '', 'feed.xml': feed = '' }: Record<string, string>) => changes + feed;
    const without = told(siteOf(files, { history: { entries, lastModified: {} } }));
    match(without, /<title>Both \ufffd<\/title>/);
    ok(!/secret/.test(without));
    match(told(siteOf(files, { drafts: true, history: { entries, lastModified: {} } })), /Begin something secret/);
  });

  it('leaves out old addresses that no disk has room for', () => {
    const [name, long] = ['x'.repeat(250), 'x'.repeat(251)];
    const accented = 'é'.repeat(126);
    const aliases = [`/${name}`, `/${long}`, `/${accented}/`, `/${accented}.html`, `/${`${name}/`.repeat(4)}`];
    const buyIn = (guidance()['rasso/buy-in.md'] ?? '').replace('status:', `aliases: [${aliases.join(', ')}]\nstatus:`);
    const site = Object.keys(siteOf({ ...guidance(), 'rasso/buy-in.md': buyIn }));
    deepEqual(site.filter((path) => /x{99}|é/.test(path)).sort(), [`${name}.html`, `${accented}/index.html`]);
  });

  it('leads from old addresses to new ones, and never out of the site', () => {
    const buyIn = (guidance()['rasso/buy-in.md'] ?? '').replace(
      'status:',
      'aliases: [old/buying-in.md, /before/, ../../etc/passwd, about.md, About.md, about.html/x, old/buying-in.html/y, old]\nstatus:',
    );
    const site = siteOf({ ...guidance(), 'rasso/buy-in.md': buyIn });
    match(site['old/buying-in.html'] ?? '', /content="0; url=\.\.\/rasso\/buy-in\.html"/);
    match(site['before/index.html'] ?? '', /rasso\/buy-in\.html/);
    match(site['about.html'] ?? '', /About this guidance/);
    ok(!Object.hasOwn(site, 'About.html'));
    // What is a file is no folder.
    deepEqual(
      Object.keys(site).filter((path) => /\.html\//.test(path)),
      [],
    );
    deepEqual(
      Object.keys(site).filter((path) => path.includes('passwd')),
      [],
    );
  });

  it('has all of an application on one page, without an id that is there twice', () => {
    const print = siteOf(guidance())['print/rasso.html'] ?? '';
    equal(print.match(/<article class="printed"/g)?.length, 18);
    const ids = Array.from(print.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    equal(new Set(ids).size, ids.length);
    match(print, /<svg[^>]*role="img"/);
  });

  it('keeps the ids of documents apart whose names are alike in an id', () => {
    const front = (type: string, more: string) =>
      `---\ntitle: T\ntype: ${type}\nstatus: in-review\napplication: north\n${more}---\n\n# T\n\n`;
    const print = siteOf({
      ...guidance(),
      'north/index.md': front('application', ''),
      'north/a.md': `${front('page', '')}## b x\n`,
      'north/a-b.md': `${front('page', '')}## x\n`,
      'north/a/b.md': `${front('page', '')}## x\n`,
    })['print/north.html'];
    const ids = Array.from(print?.matchAll(/ id="([^"]+)"/g) ?? [], ([, id]) => id);
    ok(ids.length > 8);
    equal(new Set(ids).size, ids.length);
  });

  it('lets the map’s filter of applications find each of them', () => {
    const views = siteOf(withSecondApplication())['map.html']?.match(/<section class="map-view"[^>]*>/g) ?? [];
    equal(views.length, 2);
    for (const view of views) match(view, / data-dm-view .*data-application="/);
  });

  it('has no id twice on a page, whatever its headings are called', () => {
    const headings = ['Main', 'Contents', 'Details', 'Gaps', 'Search', 'Map', 'Title', 'Section']
      .map((title) => `## ${title}\n\nText.\n`)
      .join('\n');
    const site = siteOf({
      ...guidance(),
      'index.md': `${guidance()['index.md']}\n${headings}`,
      'rasso/buy-in.md': `${guidance()['rasso/buy-in.md']}\n${headings}`,
    });
    for (const page of ['index.html', 'rasso/buy-in.html', 'print/rasso.html', 'map.html', 'evidence.html']) {
      const ids = Array.from((site[page] ?? '').matchAll(/ id="([^"]+)"/g), ([, id]) => id);
      deepEqual(
        ids.filter((id, place) => ids.indexOf(id) !== place),
        [],
        page,
      );
    }
  });

  it('has the same bytes whatever the order of its files', () => {
    const files = withSecondApplication();
    deepEqual(siteOf(Object.fromEntries(Object.entries(files).reverse())), siteOf(files));
  });

  it('marks a page that was published in spite of errors, and one whose front matter cannot be read', () => {
    const site = siteOf({ ...guidance(), 'bad.md': '---\ntitle: [\n---\n\n# Bad\n' }, { errors: new Map([['bad.md', 2]]) });
    match(site['bad.html'] ?? '', /published with 2 errors/);
    match(site['bad.html'] ?? '', /front matter of this document could not be read/);
  });
});
