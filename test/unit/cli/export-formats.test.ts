import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXCHANGE_FORMATS } from '../../../src/cli/export/formats.js';
import { buildOnce, cleanUp, dmap, page, temporaryGuidance, textsIn } from '../../support/cli.js';
import { openWord } from '../../support/word-copies.js';

const APPLICATION = `---
title: In the garden
type: application
application: garden
status: draft
---

# In the garden

## Scope

Gardens.

## Provenance

Us.

## Standing

A draft.
`;

/** A picture of one pixel. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('dmap export --format', function () {
  this.timeout(120_000);
  before(buildOnce);
  after(cleanUp);

  function run(root: string, format: string, args: readonly string[] = ['--drafts']) {
    const place = dirname(root);
    return {
      ...dmap(place, ['export', 'out', 'guidance', '--format', format, '--no-cache', '--today', '2026-09-01', ...args]),
      out_: join(place, 'out'),
    };
  }

  // A PDF needs a browser: test/browser has it.
  for (const format of EXCHANGE_FORMATS.filter((one) => one !== 'pdf')) {
    it(`${format} writes files, says which, and writes the same bytes again`, () => {
      const root = temporaryGuidance({ 'garden.md': APPLICATION });
      const { code, out, err, out_ } = run(root, format, ['--drafts', '--force']);
      assert.equal(err, '');
      assert.match(out, /^Exported \d+ files? \([\d.]+ (?:bytes|[kM]?B)\) to out: \S.*\.\n$/);
      assert.equal(code, 0);
      const before = textsIn(out_);
      assert.equal(JSON.parse(before['.destination-map-site.json'] ?? '').holds, format);
      assert.equal(run(root, format, ['--drafts', '--force']).code, 0);
      assert.deepEqual(textsIn(out_), before);
    });
  }

  it('docx writes a text and a table for each application, with the texts and pictures of the folder and nothing from outside', () => {
    const outside = Buffer.from('not for others');
    const root = temporaryGuidance({ 'garden.md': `${APPLICATION}\n![A plan](plan.png) and ![another](link.png)\n`, 'plan.png': PICTURE });
    writeFileSync(join(dirname(root), 'outside.png'), Buffer.concat([PICTURE, outside]));
    symlinkSync(join(dirname(root), 'outside.png'), join(root, 'link.png'));
    const { code, out, err, out_ } = run(root, 'docx', ['--drafts', '--force']);
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(out, /: garden\.docx, garden-table\.docx\.\n$/);
    const { main, names } = openWord(readFileSync(join(out_, 'garden.docx')));
    assert.match(main, /<wp:docPr [^>]*descr="A plan"/);
    assert.match(main, />A picture stands here that is not in this copy: another \(link\.png\)</);
    assert.match(main, /<wp:docPr [^>]*name="Map" descr="Good neighbours: In the garden\. /);
    assert.equal(names.filter((name) => name.startsWith('word/media/')).length, 2);
    assert.ok(!Object.values(textsIn(out_)).some((text) => text.includes(String(outside))));
  });

  it('stops for errors, unless it is forced', () => {
    const root = temporaryGuidance({ 'listen.md': page('Listening', 'See [how to plan](plan-together.md).') });
    const { code, err, out_ } = run(root, 'moodle');
    assert.equal(code, 1);
    assert.match(err, /^dmap: Nothing has been exported: the guidance has 1 error\..*use --force: what is exported may then be wrong/s);
    assert.ok(!existsSync(out_));
    assert.equal(run(root, 'moodle', ['--drafts', '--force']).code, 0);
  });

  it('never writes over what it did not make, nor over a site or another format', () => {
    const root = temporaryGuidance();
    const place = dirname(root);
    assert.equal(dmap(place, ['export', 'out', 'guidance', '--drafts', '--no-cache']).code, 0);
    const onSite = run(root, 'moodle');
    assert.equal(onSite.code, 2);
    assert.match(onSite.err, /“out” holds a site, which is not written over\. Name another folder/);
    assert.ok(existsSync(join(onSite.out_, 'index.html')));
    const folder = join(place, 'mine');
    assert.equal(dmap(place, ['export', 'mine', 'guidance', '--format', 'moodle', '--no-cache']).code, 0);
    const siteOver = dmap(place, ['export', 'mine', 'guidance', '--no-cache']);
    assert.equal(siteOver.code, 2);
    assert.match(siteOver.err, /“mine” holds an export in the format “moodle”/);
    writeFileSync(join(place, 'thesis.txt'), 'years of work');
    assert.match(dmap(place, ['export', 'thesis.txt', 'guidance', '--format', 'moodle']).err, /is a file, and an export needs a folder/);
    assert.equal(readFileSync(join(place, 'thesis.txt'), 'utf8'), 'years of work');
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('dmap-')),
      [],
    );
  });

  it('says which drafts stayed out, but not for coverage, which tells of them', () => {
    const fields = (key: string, status: string) =>
      APPLICATION.replace('application: garden', `application: ${key}`).replace('status: draft', `status: ${status}`);
    const files = { 'garden.md': APPLICATION, 'orchard.md': fields('orchard', 'in-review') };
    const root = temporaryGuidance(files);
    const told = run(root, 'moodle', ['--force']);
    assert.equal(told.code, 0);
    assert.equal(told.err, 'dmap: Left out as a draft: garden. “--drafts” exports it too.\n');
    assert.equal(run(root, 'moodle', ['--force', '--application', 'orchard']).err, '');
    assert.equal(run(temporaryGuidance(files), 'csv', ['--force']).err, '');
  });

  it('exports one application where one is named, and says which there are where it is not there', () => {
    const root = temporaryGuidance({ 'garden.md': APPLICATION });
    const wrong = run(root, 'moodle', ['--force', '--drafts', '--application', 'gardn']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /There is no application “gardn”\. Did you mean “garden”\? There is garden/);
    assert.match(run(root, 'moodle', ['--force', '--drafts', '--application', 'garden']).out, /garden\.csv/);
    const draft = run(root, 'moodle', ['--force', '--application', 'garden']);
    assert.equal(draft.code, 2);
    assert.match(draft.err, /There is nothing to export as moodle\. An application that is a draft needs “--drafts”/);
  });

  it('refuses what makes no sense', () => {
    const root = temporaryGuidance();
    assert.match(run(root, 'word').err, /Allowed choices are site, moodle/);
    assert.match(run(root, 'moodle', ['--zip', 'x.zip']).err, /“--zip” packs a site/);
    assert.match(run(root, 'site', ['--application', 'garden']).err, /A site has all applications on it/);
  });
});
