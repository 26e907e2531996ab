import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { rulePage } from '../../../src/cli/formats/rule-page.js';
import { rules } from '../../../src/index.js';
import { buildOnce, dmap, PROJECT } from '../../support/cli.js';

const run = (...args: string[]) => dmap(PROJECT, args);

describe('dmap rules and explain', function () {
  this.timeout(60_000);
  before(buildOnce);

  it('list every rule, by group', () => {
    const { out } = run('rules');
    for (const { id } of rules) assert.match(out, new RegExp(`^${id} +(error|warning|info) +(yes|no) `, 'm'));
    for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
  });

  it('list them as JSON and as Markdown too', () => {
    const list = JSON.parse(run('rules', '--format', 'json').out) as { id: string }[];
    assert.deepEqual(
      list.map((rule) => rule.id),
      rules.map((rule) => rule.id),
    );
    assert.equal(
      run('rules', '--format', 'markdown')
        .out.split('\n')
        .filter((line) => / (error|warning|info) \| (yes|no) /.test(line)).length,
      rules.length,
    );
  });

  it('list groups under the words by which they are known', () => {
    const headings = run('rules', '--format', 'markdown').out.match(/^## .*$/gm);
    assert.deepEqual(
      headings,
      ['Schema', 'Structure', 'References', 'Criteria', 'Evidence', 'Review', 'Words', 'Suppression'].map((name) => `## ${name}`),
    );
  });

  it('explain a rule with its page: plain headings, and examples pushed in under a caption', () => {
    const { out } = run('explain', 'respectful-language');
    assert.match(out, /^respectful-language\n\n/);
    assert.match(out, /^Incorrect\n/m);
    assert.match(out, /^[\w-]+\.md:\n\n {4}\S/m);
    assert.match(out, /^reported:\n\n {4}[\w-]+\.md:\d+:\d+ /m);
    assert.match(run('explain', 'preferred-term').out, /^[\w-]+\.md, after --fix:\n\n {4}/m);
  });

  it('explain every rule without a sign of Markdown fences and headings', () => {
    const terminal = { colours: picocolors.createColors(false) };
    for (const { id } of rules) {
      const text = rulePage(readFileSync(join(PROJECT, `src/rules/${id}.md`), 'utf8'), terminal);
      assert.doesNotMatch(text, /^(?:```|#)/m, id);
    }
  });

  it('explain what the tool says for itself', () => assert.match(run('explain', 'internal/rule-crashed').out, /fault in the tool/));

  it('suggest the rule that was probably meant', () => {
    const { err, code } = run('explain', 'link-targt');
    assert.match(err, /no rule “link-targt”\. Did you mean “link-target”\?/);
    assert.equal(code, 2);
  });

  it('are among the commands that the help shows, with the version', () => {
    assert.match(run('--help').out, /explain <rule>/);
    assert.match(run('lint', '--help').out, /--fix-dry-run/);
    assert.doesNotMatch(run('lint', '--help').out, /--parser/);
    assert.equal(
      run('--version').out,
      `${(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }).version}\n`,
    );
    assert.deepEqual([run('--help').code, run('--version').code, run().code], [0, 0, 2]);
  });
});
