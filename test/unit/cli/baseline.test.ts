import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce, cleanUp, dmap, page, temporaryGuidance } from '../../support/cli.js';
import { Repository, removeRepositories } from '../../support/repository.js';

const broken = (...targets: string[]) => page('Listening', targets.map((target) => `See [how to ${target}](${target}.md).`).join('\n\n'));

describe('dmap baseline', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(() => {
    cleanUp();
    removeRepositories();
  });

  const found = (root: string, ...args: string[]) =>
    (
      JSON.parse(dmap(root, ['lint', '--format', 'json', ...args]).out) as {
        path: string;
        messages: { ruleId: string; severity: string }[];
      }[]
    ).flatMap(({ path, messages }) => messages.map(({ ruleId, severity }) => `${path} ${ruleId} ${severity}`));

  it('passes over what was there, and over nothing that comes in', () => {
    const root = temporaryGuidance({ 'listen.md': broken('plan') });
    const { out, code } = dmap(root, ['baseline']);
    assert.equal(code, 0);
    assert.match(out, /^Wrote \d findings to \.dmap\/baseline\.tsv\.\nNext: commit it\./);
    assert.deepEqual(found(root, '--new-only'), []);
    writeFileSync(join(root, 'listen.md'), `${broken('plan')}\nA line above changes nothing.\n\nSee [how to act](act.md).\n`);
    assert.deepEqual(found(root, '--new-only'), ['listen.md link-target error']);
    const pretty = dmap(root, ['lint', '--new-only']);
    assert.equal(pretty.code, 1);
    assert.match(pretty.out, /1 error in 1 of 5 files\.\n\d findings that the baseline knows are not shown\./);
  });

  it('counts what is alike: a second slip of the same kind is new', () => {
    const root = temporaryGuidance({ 'listen.md': broken('plan') });
    dmap(root, ['baseline']);
    writeFileSync(join(root, 'listen.md'), broken('plan', 'plan'));
    assert.deepEqual(found(root, '--new-only'), ['listen.md link-target error']);
  });

  it('lets --max-warnings count only what is new', () => {
    const root = temporaryGuidance({ 'listen.md': page('Listening', 'Text.') });
    assert.equal(dmap(root, ['lint', '--max-warnings', '0']).code, 1);
    dmap(root, ['baseline']);
    assert.equal(dmap(root, ['lint', '--max-warnings', '0', '--new-only']).code, 0);
  });

  it('fails on entries that are no longer found, and takes them out', () => {
    const root = temporaryGuidance({ 'listen.md': broken('plan', 'act') });
    dmap(root, ['baseline']);
    assert.equal(dmap(root, ['baseline', '--check']).code, 0);
    writeFileSync(join(root, 'listen.md'), broken('plan', 'decide'));
    assert.match(
      dmap(root, ['lint', '--new-only']).out,
      /1 entry of the baseline is no longer found: “dmap baseline --prune” takes it\sout\./,
    );
    const check = dmap(root, ['baseline', '--check']);
    assert.equal(check.code, 1);
    assert.match(check.out, /^1 entry of \.dmap\/baseline\.tsv is no longer found:\n {2}listen\.md: There is no file at “act\.md”/);
    assert.match(dmap(root, ['baseline', '--prune']).out, /^Took 1 entry out/);
    assert.equal(dmap(root, ['baseline', '--check']).code, 0);
    assert.deepEqual(found(root, '--new-only'), ['listen.md link-target error'], 'pruning takes nothing in');
  });

  it('is written in order, for people to read, and the same again', () => {
    const root = temporaryGuidance({ 'b.md': broken('plan'), 'a.md': broken('plan') });
    dmap(root, ['baseline']);
    const text = readFileSync(join(root, '.dmap/baseline.tsv'), 'utf8');
    const lines = text.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^# What “dmap lint --new-only” passes over/);
    assert.match(text, /\na\.md\tlink-target\t[0-9a-f]{16}\tThere is no file at “plan\.md”\./);
    assert.deepEqual(lines.slice(1), lines.slice(1).sort());
    dmap(root, ['baseline']);
    assert.equal(readFileSync(join(root, '.dmap/baseline.tsv'), 'utf8'), text);
  });

  it('holds nothing where the tool or its configuration failed, which is never passed over', () => {
    const root = temporaryGuidance({ 'guidance.yml': 'title: T\nframeworks: [framework.yml]\nlint: { rules: { nonsense: error } }\n' });
    const { code, err } = dmap(root, ['baseline']);
    assert.equal(code, 2);
    assert.match(err, /the baseline was left as it is/);
    assert.ok(!existsSync(join(root, '.dmap')));
  });

  it('says what to do where there is none yet', () => {
    const { code, err } = dmap(temporaryGuidance(), ['lint', '--new-only']);
    assert.equal(code, 2);
    assert.match(err, /^dmap: “\.” has no baseline yet\. “dmap baseline” writes one, with everything that is found now\.\n$/);
  });

  it('of two branches merges without conflict, and knows what both knew', () => {
    const repository = Repository.withGuidance({ 'listen.md': page('Listening', 'Text.') });
    repository.dmap('baseline', 'guidance');
    repository.commit('Baseline');
    for (const branch of ['one', 'two']) {
      repository.git('checkout', '--quiet', '-b', branch, 'main');
      repository.write({ [`guidance/${branch}.md`]: broken('plan') });
      repository.dmap('baseline', 'guidance');
      repository.commit(branch);
    }
    assert.equal(repository.tryGit('merge', '--quiet', 'one'), 0);
    assert.equal(repository.dmap('lint', 'guidance', '--new-only').code, 0);
    assert.equal(repository.dmap('baseline', 'guidance', '--check').code, 0);
  });
});
