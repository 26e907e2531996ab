import { strict as assert } from 'node:assert';
import { buildOnce, cleanUp, dmap, page, temporaryGuidance } from '../../support/cli.js';
import { Repository, removeRepositories } from '../../support/repository.js';

const LISTEN = page('Listening', 'See [what it asks for](plan.md#why) and [what is gone](gone.md).');
const PLAN = page('Planning', 'See [listening](listen.md).\n\n## Why\n\nPlans fail.');

describe('dmap lint --changed-since', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(() => {
    cleanUp();
    removeRepositories();
  });

  /** What is found, as “path line rule”. */
  const found = (repository: Repository, ...args: string[]) => {
    const { out, err } = repository.dmap('lint', '--format', 'json', '--quiet', ...args);
    assert.equal(err, '');
    const files = JSON.parse(out) as { path: string; messages: { ruleId: string; line: number }[] }[];
    return files.flatMap(({ path, messages }) => messages.map(({ ruleId, line }) => `${path}:${line} ${ruleId}`));
  };
  const start = () => Repository.withGuidance({ 'listen.md': LISTEN, 'plan.md': PLAN });

  it('shows nothing where nothing has changed, whatever was there before', () => {
    const repository = start();
    assert.deepEqual(found(repository), ['guidance/listen.md:9 link-target']);
    assert.deepEqual(found(repository, '--changed-since', 'HEAD'), []);
    assert.equal(repository.dmap('lint', '--changed-since', 'HEAD').code, 0);
  });

  it('shows what a change causes in a file that it does not touch', () => {
    const repository = start().edit('guidance/plan.md', '## Why', '## Reasons');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD'), ['guidance/listen.md:9 link-heading']);
    repository.commit('Rename the heading');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD~1'), ['guidance/listen.md:9 link-heading']);
    repository.remove('guidance/plan.md');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD~1'), ['guidance/listen.md:9 link-target']);
  });

  it('shows the slip that came in, and not the one like it that was there', () => {
    const repository = start().edit('guidance/listen.md', 'See [what', 'Read [about it](gone.md) first.\n\nSee [what');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD'), ['guidance/listen.md:9 link-target']);
  });

  it('knows a file again that was moved, with its slips', () => {
    const repository = start().move('guidance/listen.md', 'guidance/care/listen.md');
    repository.edit('guidance/care/listen.md', 'plan.md#why', '../plan.md#why');
    repository.edit('guidance/plan.md', 'listen.md', 'care/listen.md');
    repository.commit('Move');
    assert.deepEqual(found(repository), ['guidance/care/listen.md:9 link-target']);
    assert.deepEqual(found(repository, '--changed-since', 'HEAD~1'), []);
  });

  it('knows the whole guidance folder again that was moved', () => {
    const repository = start().move('guidance', 'docs/advice');
    repository.edit('docs/advice/plan.md', '[listening](listen.md)', '[listening](lisen.md)');
    repository.commit('Move everything');
    const { out } = dmap(repository.at('docs/advice'), ['lint', '--format', 'json', '--quiet', '--changed-since', 'HEAD~1']);
    assert.deepEqual(
      (JSON.parse(out) as { path: string }[]).map(({ path }) => path),
      ['plan.md'],
    );
  });

  it('counts from where the branch left, so that what others do meanwhile is not held against it', () => {
    const repository = start();
    repository.git('checkout', '--quiet', '-b', 'mine');
    repository.write({ 'guidance/mine.md': page('Mine', '[Listening](listen.md).') }).commit('Mine');
    repository.git('checkout', '--quiet', 'main');
    repository.edit('guidance/listen.md', ' and [what is gone](gone.md)', '').commit('Mended on main');
    repository.git('checkout', '--quiet', 'mine');
    assert.deepEqual(found(repository, '--changed-since', 'main'), []);
    assert.match(
      repository.dmap('lint', '--changed-since', 'main').out,
      /Compared with [0-9a-f]{9}, where this branch left main: \d+\sfindings/,
    );
  });

  it('goes by the data files of each side: a source that is taken out breaks its citations', () => {
    const repository = start();
    repository.write({ 'guidance/cite.md': page('Citing', 'People talk [@smith-2020, point 1.1].') }).commit('Cite');
    repository.edit('guidance/sources.yml', 'smith-2020', 'smith-2021');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD'), ['guidance/cite.md:9 citation-source']);
  });

  it('shows only what belongs to the files that were asked about', () => {
    const repository = start().edit('guidance/plan.md', '## Why', '## Reasons');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD', 'guidance/plan.md'), []);
    assert.deepEqual(found(repository, '--changed-since', 'HEAD', 'guidance/listen.md'), ['guidance/listen.md:9 link-heading']);
  });

  it('goes together with --new-only', () => {
    const repository = start();
    repository.dmap('baseline', 'guidance');
    repository.edit('guidance/plan.md', '## Why', '## Reasons');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD', '--new-only'), ['guidance/listen.md:9 link-heading']);
    assert.doesNotMatch(repository.dmap('lint', '--changed-since', 'HEAD', '--new-only').out, /no longer found/);
  });

  it('shows everything where there was no guidance before, and says so', () => {
    const repository = Repository.empty().write({ 'README.md': 'Text.\n' });
    repository.commit('Start');
    repository.write({ 'docs/guidance.yml': 'title: T\n', 'docs/listen.md': page('Listening', '[Gone](gone.md).') });
    const { out } = repository.dmap('lint', '--changed-since', 'HEAD');
    assert.match(out, /There was no such guidance folder in HEAD \([0-9a-f]{9}\): all that is found is\sshown\./);
    assert.match(out, /gone\.md/);
  });

  it('says so where the manifest was broken before, and shows what it can', () => {
    const repository = start();
    const manifest = repository.read('guidance/guidance.yml');
    repository.write({ 'guidance/guidance.yml': 'title: [\n' }).commit('Break');
    repository.write({ 'guidance/guidance.yml': manifest });
    const { out, code } = repository.dmap('lint', '--changed-since', 'HEAD');
    assert.match(out, /guidance\.yml had an error in it there, so more may be shown than this change\scaused\./);
    assert.notEqual(code, 2);
  });

  it('follows links inside the guidance, and looks into no submodule', () => {
    const other = Repository.withGuidance();
    const repository = start();
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.folder, 'guidance/other');
    repository.git('config', 'core.symlinks', 'true');
    repository.commit('Submodule');
    assert.deepEqual(found(repository, '--changed-since', 'HEAD'), []);
  });

  it('changes nothing in the working tree or the index', () => {
    const repository = start().edit('guidance/plan.md', '## Why', '## Reasons');
    repository.git('add', '--all');
    repository.edit('guidance/plan.md', 'Plans fail.', 'Plans fail often.');
    const before = repository.git('status', '--porcelain=v2');
    repository.dmap('lint', '--changed-since', 'HEAD');
    assert.equal(repository.git('status', '--porcelain=v2'), before);
  });

  it('says that a merge is not finished', () => {
    const repository = start();
    for (const word of ['one', 'two']) {
      repository.git('checkout', '--quiet', '-b', word, 'main');
      repository.edit('guidance/plan.md', 'Plans fail.', `Plans fail ${word}.`).commit(word);
    }
    assert.notEqual(repository.tryGit('merge', 'one'), 0);
    assert.match(repository.dmap('lint', '--changed-since', 'main').out, /A merge is not finished/);
  });

  describe('ends with 2 and a line that says what to do', () => {
    const fails = (repository: Pick<Repository, 'dmap'>, revision: string, says: RegExp) => {
      const { code, err } = repository.dmap('lint', `--changed-since=${revision}`);
      assert.equal(code, 2);
      assert.match(err, says);
      assert.match(err, /^dmap: [^\n]*\n$/);
    };

    it('where there is no such revision', () => {
      fails(start(), 'nowhere', /no revision “nowhere”.*git branch --all/);
      fails(start(), '', /no revision “”/);
    });

    it('where it is a name on the server', () => {
      const repository = start();
      repository.git('branch', 'feature');
      const clone = repository.clone();
      fails(clone, 'feature', /no revision “feature”.*There is “origin\/feature”/);
    });

    it('for what would be an option of git’s', () => {
      for (const option of ['--all', '-h', '--upload-pack=touch hacked', '--output=hacked']) fails(start(), option, /no revision/);
    });

    it('in a shallow clone, where the revision or the point at which histories parted is missing', () => {
      const repository = start();
      repository.git('checkout', '--quiet', '-b', 'mine');
      repository.edit('guidance/plan.md', 'Plans fail.', 'Plans fail often.').commit('Mine');
      repository.git('checkout', '--quiet', 'main');
      repository.edit('guidance/listen.md', 'See', 'Read').commit('Theirs');
      const clone = repository.clone('--depth', '1', '--no-single-branch');
      fails(clone, 'HEAD~1', /shallow clone.*git fetch --unshallow.*fetch-depth: 0/);
      fails(clone, 'origin/mine', /shallow clone.*git fetch --unshallow/);
    });

    it('where histories have nothing in common', () => {
      const repository = start();
      repository.git('checkout', '--quiet', '--orphan', 'other');
      repository.commit('Another start');
      fails(repository, 'main', /no history in common/);
    });

    it('before the first commit', () => {
      const repository = Repository.empty().write({ 'guidance.yml': 'title: T\n' });
      fails(repository, 'HEAD', /has no commit yet/);
    });

    it('outside a repository', () => {
      const root = temporaryGuidance();
      fails(
        { dmap: (...args) => dmap(root, args, { env: { GIT_CEILING_DIRECTORIES: root } }) },
        'HEAD',
        /not in a git repository.*git init/,
      );
    });

    it('without git', () => {
      const root = temporaryGuidance();
      fails({ dmap: (...args) => dmap(root, args, { env: { PATH: root } }) }, 'HEAD', /program “git” was not found/);
    });
  });
});
