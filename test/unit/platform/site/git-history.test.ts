import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { historyOf } from '../../../../src/platform/node/site/git-history.js';
import { cleanUp, folderWith } from './support.js';

const HAS_GIT = spawnSync('git', ['--version']).status === 0;
const LONG = `${'A line that makes it long enough to be known again.\n'.repeat(20)}`;

describe('the history of a guidance folder', function () {
  this.timeout(60_000);
  let repository: string;
  let root: string;
  let day = 0;

  before(function () {
    // Where there is no git there is no history to read; that this is no failure is tested below all the same.
    if (!HAS_GIT) this.skip();
  });

  beforeEach(() => {
    day = 0;
    repository = folderWith();
    root = join(repository, 'guidance');
    git('init', '-q');
  });

  afterEach(cleanUp);

  function git(...args: string[]): void {
    const date = `2026-01-${String(day).padStart(2, '0')}T12:00:00+00:00`;
    execFileSync('git', ['-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org', ...args], {
      cwd: repository,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: 'ignore',
    });
  }

  function commit(subject: string, files: Readonly<Record<string, string>>): void {
    day++;
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git('add', '-A');
    git('commit', '-q', '-m', subject);
  }

  it('tells what changed, newest first, by paths of the guidance folder', async () => {
    commit('Begin', { 'a.md': LONG, 'b.md': 'b\n', '../README.md': 'not guidance\n' });
    commit('Change b', { 'b.md': 'bb\n' });
    renameSync(join(root, 'a.md'), join(root, 'c.md'));
    rmSync(join(root, 'b.md'));
    commit('Move and remove', {});
    const history = await historyOf(root, ['c.md']);
    assert.deepEqual(
      history?.entries.map(({ subject, date, files }) => ({ subject, day: date, files })),
      [
        {
          subject: 'Move and remove',
          day: '2026-01-03',
          files: [
            { path: 'b.md', change: 'removed' },
            { path: 'c.md', change: 'renamed', from: 'a.md' },
          ],
        },
        { subject: 'Change b', day: '2026-01-02', files: [{ path: 'b.md', change: 'changed' }] },
        {
          subject: 'Begin',
          day: '2026-01-01',
          files: [
            { path: 'a.md', change: 'added' },
            { path: 'b.md', change: 'added' },
          ],
        },
      ],
    );
    for (const { hash } of history?.entries ?? []) assert.match(hash, /^[0-9a-f]{40}$/);
  });

  it('says when each document last changed, and nothing of what is not known', async () => {
    commit('Begin', { 'a.md': 'a\n', 'b.md': 'b\n' });
    commit('Change a', { 'a.md': 'aa\n' });
    const history = await historyOf(root, ['a.md', 'b.md', 'new.md']);
    assert.deepEqual(
      Object.entries(history?.lastModified ?? {})
        .map(([path, date]) => `${path} ${date}`)
        .sort(),
      ['a.md 2026-01-02', 'b.md 2026-01-01'],
    );
  });

  it('names nobody', async () => {
    commit('Begin', { 'a.md': 'a\n' });
    assert.doesNotMatch(JSON.stringify(await historyOf(root, ['a.md'])), /Ada|example\.org/);
  });

  it('reads names of any kind', async () => {
    const odd = ['ü – “q”.md', 'quote".md', 'tab\tin.md', '\u0001first.md', 'R100.md', 'line\nbreak.md'];
    commit('Begin', Object.fromEntries(odd.map((name) => [name, `${name}\n`])));
    const history = await historyOf(root, odd);
    assert.deepEqual(history?.entries[0]?.files.map(({ path }) => path).sort(), [...odd].sort());
    assert.deepEqual(Object.keys(history?.lastModified ?? {}).sort(), [...odd].sort());
  });

  it('is the same whatever the settings of the repository', async () => {
    commit('Café', { 'a.md': 'a\n', 'b.md': 'b\n' });
    const before = await historyOf(root, ['a.md', 'b.md']);
    const order = join(repository, '.git', 'order');
    writeFileSync(order, 'guidance/b.md\nguidance/a.md\n');
    for (const [name, value] of [
      ['log.showRoot', 'false'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['diff.orderFile', order],
      ['diff.renames', 'false'],
      ['log.date', 'relative'],
    ])
      git('config', name ?? '', value ?? '');
    assert.deepEqual(await historyOf(root, ['a.md', 'b.md']), before);
    assert.equal(before?.entries[0]?.subject, 'Café');
  });

  it('gives no more entries than asked for, and every date all the same', async () => {
    commit('Begin', { 'old.md': 'o\n' });
    for (let index = 0; index < 4; index++) commit(`Change ${index}`, { 'a.md': `${index}\n` });
    const history = await historyOf(root, ['a.md', 'old.md'], 2);
    assert.deepEqual(
      history?.entries.map(({ subject }) => subject),
      ['Change 3', 'Change 2'],
    );
    assert.equal(history?.lastModified['old.md'], '2026-01-01');
  });

  it('does not take the edge of a shallow clone for the day on which everything was written', async () => {
    commit('Begin', { 'a.md': 'a\n', 'b.md': 'b\n' });
    commit('Change b', { 'b.md': 'bb\n' });
    commit('Change b again', { 'b.md': 'bbb\n' });
    const clone = (depth: number) => {
      const folder = join(folderWith(), 'clone');
      execFileSync('git', ['clone', '-q', '--depth', String(depth), pathToFileURL(repository).href, folder], { stdio: 'ignore' });
      return join(folder, 'guidance');
    };
    const two = await historyOf(clone(2), ['a.md', 'b.md']);
    assert.deepEqual(
      two?.entries.map(({ subject }) => subject),
      ['Change b again'],
    );
    assert.deepEqual(Object.keys(two?.lastModified ?? {}), ['b.md']);
    assert.equal(await historyOf(clone(1), ['a.md', 'b.md']), undefined);
  });

  it('is not there in a repository without commits, nor where nothing of the folder was committed', async () => {
    mkdirSync(root);
    assert.equal(await historyOf(root, []), undefined);
    commit('Something else', { '../README.md': 'x\n' });
    assert.equal(await historyOf(root, []), undefined);
  });
});

describe('a guidance folder without a history', () => {
  afterEach(cleanUp);

  it('has none where there is no repository', async () => {
    assert.equal(await historyOf(folderWith({ 'a.md': 'a\n' }), ['a.md']), undefined);
  });

  it('has none where there is no git', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = folderWith();
    try {
      assert.equal(await historyOf(folderWith({ 'a.md': 'a\n' }), ['a.md']), undefined);
    } finally {
      process.env['PATH'] = path;
    }
  });
});
