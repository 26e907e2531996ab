import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { contrast } from '../../../src/map/contrast.js';
import { DARK, LIGHT } from '../../../src/map/tokens.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { planSite } from '../../../src/site/plan-site.js';
import { accentStyle, isReadableAccent } from '../../../src/site/theme.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { filesBelow } from '../../support/guidance-files.js';
import { ASSETS, planOf, siteOf } from '../../support/site-in-memory.js';

/** The small root of the rules' examples, with more files. */
function root(files: Record<string, string>): Record<string, string> {
  const base = [...filesBelow(['test/fixtures/rule-base'], /\.yml$/)].map(([path, text]) => [
    path.slice('test/fixtures/rule-base/'.length),
    text,
  ]);
  return { ...Object.fromEntries(base), ...files };
}

const APPLICATION = `---
title: Neighbours in the north
type: application
status: in-review
application: north
exit_page: https://example.org/weather
---

# Neighbours in the north
`;

function guidance(criterion: string, more = ''): string {
  return `---
title: About ${criterion}
type: criterion-guidance
application: north
criterion: ${criterion}
status: in-review
${more}---

# About ${criterion}
`;
}

function page(title: string, more = 'status: in-review\n'): string {
  return `---\ntitle: ${title}\ntype: page\n${more}---\n\n# ${title}\n`;
}

describe('the plan of a site', () => {
  it('puts an application in the order of its framework, and folders in the order of their titles', () => {
    const { shared, documents } = planOf(
      root({
        'north/index.md': APPLICATION,
        'north/a.md': guidance('sharing'),
        'north/b.md': guidance('listening'),
        'north/c.md': page('Something else', 'application: north\nstatus: in-review\n'),
        'notes/z.md': page('Apples'),
        'notes/a.md': page('Pears'),
        'notes/index.md': page('Notes on fruit'),
      }),
    );
    deepEqual(
      shared.sections['application north']?.items.map(({ title }) => title),
      ['Neighbours in the north', 'Listening to neighbours', 'Sharing what was learnt', 'Something else'],
    );
    deepEqual(
      shared.sections['folder notes']?.items.map(({ title }) => title),
      ['Notes on fruit', 'Apples', 'Pears'],
    );
    equal(shared.sections['folder notes']?.title, 'Notes on fruit');
    equal(documents.find(({ source }) => source === 'north/b.md')?.caption, 'Criterion 1');
  });

  it('leaves drafts out unless they are asked for, and says how many', () => {
    const files = root({ 'a.md': page('A', 'status: draft\n'), 'b.md': page('B') });
    const without = planOf(files);
    deepEqual(
      without.documents.map(({ page }) => page),
      ['b.html'],
    );
    match(without.problems.join(' '), /1 draft is not on the site/);
    const withDrafts = planOf(files, { drafts: true });
    deepEqual(
      withDrafts.documents.map(({ page }) => page),
      ['a.html', 'b.html'],
    );
    deepEqual(withDrafts.problems, []);
  });

  it('gives every page of an application its way out', () => {
    const { documents } = planOf(root({ 'north/index.md': APPLICATION, 'north/b.md': guidance('listening'), 'c.md': page('C') }));
    deepEqual(
      documents.map(({ page, exit }) => [page, exit]),
      [
        ['c.html', undefined],
        ['north/b.html', 'https://example.org/weather'],
        ['north/index.html', 'https://example.org/weather'],
      ],
    );
  });

  it('says when a review is overdue by the day that it is given', () => {
    const files = root({ 'a.md': page('A', 'status: in-review\nlast_reviewed_on: 2025-09-01\nreview_in: 1 year\n') });
    const on = (today: string) => planOf(files, { today }).documents[0]?.review;
    equal(on('2026-09-01')?.overdue, false);
    equal(on('2026-09-02')?.overdue, true);
    equal(on('2026-09-02')?.due, '2026-09-01');
  });

  it('sends links to folders to their index, and links to what is not on the site nowhere', () => {
    const { documents } = planOf(
      root({
        'a.md': `${page('A')}\n[folder](notes/) [draft](draft.md) [picture](p.png) [data](sources.yml) [fine](notes/index.md)\n`,
        'draft.md': page('D', 'status: draft\n'),
        'notes/index.md': page('N'),
        'p.png': '',
      }),
    );
    deepEqual(documents.find(({ source }) => source === 'a.md')?.targets, {
      notes: 'notes/index.html',
      'draft.md': null,
      'sources.yml': null,
    });
  });

  it('lists a large section around each page only, so that pages do not grow with it', () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, place) => [`big/page-${place}.md`, page(`Page ${String(place).padStart(3, '0')}`)]),
    );
    const html = siteOf(root(files))['big/page-150.html'] ?? '';
    const nav = /<nav class="section-nav".*?<\/nav>/s.exec(html)?.[0] ?? '';
    equal(nav.match(/<li>/g)?.length, 31);
    match(nav, /aria-current="page">Page 150</);
    match(nav, /<a href="..\/contents.html#site%3Asection-1">All 300 pages<\/a>/);
  });

  it('tells of drafts that are left out only that something is being written', () => {
    const draft = guidance('planning', 'gaps: [{ about: A secret gap, because: Why }]\n').replace('in-review', 'draft');
    const files = root({ 'north/index.md': APPLICATION, 'north/a.md': guidance('listening'), 'north/b.md': draft });
    const { 'map.html': map = '', 'matrix.html': matrix = '' } = siteOf(files);
    match(map, /Guidance is being written/);
    ok(!/secret/.test(map + matrix));
    match(siteOf(files, { drafts: true })['matrix.html'] ?? '', /A secret gap/);
    const withoutIt = siteOf({ ...files, 'north/index.md': APPLICATION.replace('in-review', 'draft') })['map.html'] ?? '';
    ok(!/Neighbours in the north/.test(withoutIt));
    match(withoutIt, /Good neighbours/);
  });

  it('says on every page that there are errors in the files behind it', () => {
    const site = siteOf(root({ 'a.md': page('A') }), {
      errors: new Map([
        ['sources.yml', 3],
        ['a.md', 1],
      ]),
    });
    match(site['a.html'] ?? '', /published with 3 errors in the files behind it.*published with 1 error in it/s);
    match(site['map.html'] ?? '', /published with 3 errors in the files behind it/);
  });

  it('tells the publisher what the settings lead to and is not there', () => {
    const manifest = `${root({})['guidance.yml']}site: { logo: nope.svg, header: "[a](b.md)" }\n`;
    const { problems } = planOf(root({ 'guidance.yml': manifest }));
    match(problems.join(' '), /“b.md”, which is not on the site.*“nope.svg”|“nope.svg”.*“b.md”/);
  });

  it('copies the files that pages show or lead to, and no others', () => {
    const { copies } = planOf(
      root({ 'a.md': `${page('A')}\n![p](p.png) [doc](files/d.pdf)\n`, 'p.png': '', 'files/d.pdf': '', 'secret.txt': '' }),
    );
    deepEqual(copies, ['files/d.pdf', 'p.png']);
  });

  it('copies what the header, the footer and the logo need, too', () => {
    const manifest = `${root({})['guidance.yml']}site: { logo: l.svg, header: "![crest](c.png)", footer: "[terms][t]\\n\\n[t]: t.pdf" }\n`;
    deepEqual(planOf(root({ 'guidance.yml': manifest, 'l.svg': '', 'c.png': '', 't.pdf': '' })).copies, ['c.png', 'l.svg', 't.pdf']);
  });

  it('gives one document the page that two would have, and says so', () => {
    const { documents, problems } = planOf(root({ 'a.md': page('A'), 'a.markdown': page('B') }));
    deepEqual(
      documents.map(({ source }) => source),
      ['a.markdown'],
    );
    match(problems.join(' '), /“a\.md” is not on the site: the page of “a\.markdown” has its place/);
  });

  it('leaves the places of documents and their files to them', () => {
    const plan = planOf(root({ 'index.markdown': page('Home', 'status: in-review\n---\n\n[robots](robots.txt)\n'), 'robots.txt': '' }));
    const made = Array.from(
      plan.made(() => '', []),
      ({ path }) => path,
    );
    deepEqual(
      made.filter((path) => path === 'index.html' || path === 'robots.txt'),
      [],
    );
  });

  it('moves its own page aside where a document has its place', () => {
    const { shared } = planOf(root({ 'evidence.md': page('Our evidence') }));
    equal(shared.navigation.find(({ title }) => title === 'Evidence')?.page, 'site-evidence.html');
  });

  it('does not depend on the order in which files are read', () => {
    const files = withSecondApplication();
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    const plain = (plan: ReturnType<typeof planOf>) => JSON.stringify([plan.shared, plan.documents, plan.copies]);
    equal(plain(planOf(backwards)), plain(planOf(files)));
  });

  it('makes the same pages however often they are gone through, as many as it says', () => {
    const files = withSecondApplication();
    const parser = remarkParser();
    const { snapshot } = lintInMemory(files, { parser, rules: [], today: '2026-09-01' });
    const { documents } = planSite({ snapshot, today: '2026-09-01', assets: ASSETS }, parser);
    equal([...documents].length, documents.length);
    ok(documents.length > 1);
    deepEqual([...documents], [...documents]);
  });

  it('takes an accent that can be read, in both themes, and says so of one that cannot', () => {
    ok(isReadableAccent('#12436d'));
    ok(!isReadableAccent('#ffdd00'));
    const [, light = '', dark = ''] = /--dm-link:(#\w+).*?--dm-link:(#\w+)/.exec(accentStyle('#12436d')) ?? [];
    ok(contrast(light, LIGHT.surface) >= 4.5 && contrast(dark, DARK.surface) >= 4.5 && contrast(dark, DARK.raised) >= 4.5);
    const manifest = `${root({})['guidance.yml']}site: { colours: { accent: "#ffdd00" } }\n`;
    match(planOf(root({ 'guidance.yml': manifest })).problems.join(' '), /#ffdd00 cannot be read/);
  });
});
