import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('explain a rule with its page', () => {
    assert.equal(run('explain', 'link-target').out, readFileSync(join(PROJECT, 'src/rules/link-target.md'), 'utf8'));
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
