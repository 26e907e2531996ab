import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Coverage } from '../../../src/index.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { buildOnce, cleanUp, dmap, PROJECT, temporaryGuidance } from '../../support/cli.js';

const HARBOUR = join(PROJECT, 'test/fixtures/second-framework');

describe('dmap coverage', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);

  it('tells of the real guidance in tables within 80 columns', () => {
    const { out, code } = dmap(PROJECT, ['coverage', 'guidance', '--gaps', '--today', '2026-09-01']);
    assert.equal(code, 0);
    assert.match(out, /17 of 17 criteria covered \(all in review\)\./);
    assert.match(out, /^ 10 {2}Quality assurance +covered +in review/m);
    assert.match(out, /^10a {2}Design +covered$/m);
    assert.match(out, /^Attribute +Publics +Organisations +Individuals$/m);
    assert.match(out, /^Recorded gaps \(\d+\)$/m);
    for (const line of out.split('\n')) assert.ok([...line].length <= 80, line);
  });

  it('counts recorded gaps, and lists them with --gaps only', () => {
    const { out } = dmap(PROJECT, ['coverage', 'guidance']);
    assert.match(out, /^\d+ recorded gaps in the guidance on 17 criteria\. “dmap coverage --gaps” lists\nthem\.$/m);
    assert.doesNotMatch(out, /^ {2}- /m);
    assert.match(dmap(PROJECT, ['coverage', 'guidance', '--gaps']).out, /^ {2}- /m);
  });

  it('tells of planned, missing and partly covered criteria, each with its reason', () => {
    const { out } = dmap(HARBOUR, ['coverage']);
    assert.match(
      out.replace(/\s+/g, ' '),
      /\d+ of 30 criteria covered \(.*\); \d+ partly covered, 20 planned, 1 not applicable, 3 missing\./,
    );
    assert.match(out, /6 Watching the weather: planned\. The forecast board is to be put up first\./);
    assert.match(out, /23 Understanding cold water: partly covered; still a draft\./);
  });

  it('is valid Markdown with a head on each table', () => {
    const { out } = dmap(PROJECT, ['coverage', 'guidance', '--format', 'markdown']);
    const tables = remarkParser()
      .parse(out)
      .children.flatMap((node) => (node.type === 'table' ? [node] : []));
    assert.equal(tables.length, 3);
    for (const table of tables) assert.equal(new Set(table.children.map((row) => row.children.length)).size, 1);
  });

  it('is the library’s value as JSON', () => {
    const { applications } = JSON.parse(dmap(HARBOUR, ['coverage', '--format', 'json']).out) as Coverage;
    assert.deepEqual(
      applications.map((one) => [one.application, one.counts.total, one.matrix.length]),
      [['small-craft', 30, 20]],
    );
  });

  it('tells of one application', () => {
    assert.match(dmap(HARBOUR, ['coverage', '--application', 'small-craft']).out, /Harbour safety for small craft/);
    const { err, code } = dmap(HARBOUR, ['coverage', '--application', 'small-kraft']);
    assert.match(err, /no application “small-kraft”\. Did you mean “small-craft”\?/);
    assert.equal(code, 2);
  });

  it('says what to do where there is no application', () => {
    assert.match(dmap(temporaryGuidance(), ['coverage']).out, /has no application yet\. “dmap new application NAME” starts one\./);
  });

  it('ends with 2 where the manifest or a path is wrong', () => {
    assert.equal(dmap(temporaryGuidance({ 'guidance.yml': '{' }), ['coverage']).code, 2);
    assert.equal(dmap(temporaryGuidance(), ['coverage', 'nowhere']).code, 2);
    assert.match(dmap(temporaryGuidance(), ['coverage', '--today', '2026-02-30']).err, /YYYY-MM-DD/);
    const misspelt = 'title: T\nframeworks: [framework.yml]\nlint: { rules: { link-target: eror } }\n';
    const { err, code } = dmap(temporaryGuidance({ 'guidance.yml': misspelt }), ['coverage']);
    assert.match(err, /^dmap: guidance\.yml has an error in it, .* “dmap lint” says what is wrong\.\n$/);
    assert.equal(code, 2);
  });

  it('ends with 2 where the framework of an application cannot be read', () => {
    const root = temporaryGuidance({
      'framework.yml': 'key: good-neighbours\ntitle: "Good\n',
      'owls/index.md': '---\ntitle: Owls\ntype: application\nstatus: draft\napplication: owls\n---\n\n# Owls\n',
    });
    const { err, code } = dmap(root, ['coverage']);
    assert.match(err, /^dmap: The framework of “owls” could not be read\. “dmap lint” says what is wrong\.\n$/);
    assert.equal(code, 2);
  });
});
