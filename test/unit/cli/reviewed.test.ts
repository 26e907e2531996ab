import { strict as assert } from 'node:assert';
import { buildOnce } from '../../support/cli.js';
import { NEIGHBOURS } from '../../support/neighbours.js';
import { Repository, removeRepositories } from '../../support/repository.js';

describe('dmap reviewed', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(removeRepositories);

  /** Guidance of which everything was looked at. */
  const start = () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    const { code, out } = repository.dmap('reviewed', 'guidance');
    assert.equal(code, 0);
    assert.match(out, /^guidance\/\.dmap\/reviewed\.tsv remembers what 6 documents refer to\. Commit it\.\n$/);
    repository.commit('Looked at everything');
    return repository;
  };
  /** The files that are to be looked at. */
  const suspects = (repository: Repository) => {
    const { out, code } = repository.dmap('reviewed', '--check', 'guidance');
    const files = [...out.matchAll(/^ {4}(\S+\.md)$/gm)].map(([, file]) => file);
    assert.equal(code, files.length > 0 ? 1 : 0);
    return files;
  };

  it('makes those suspect who refer to what says something else, until their owner has looked', () => {
    const repository = start();
    assert.deepEqual(suspects(repository), []);
    repository.edit('guidance/tools.md', 'Use a map.', 'Use two maps.');
    assert.deepEqual(suspects(repository), ['guidance/street/index.md', 'guidance/street/planning.md']);
    assert.match(
      repository.dmap('reviewed', '--check', 'guidance').out,
      /\? “Our street” refers to “Tools”, which says something else now\.\n {4}guidance\/street\/index\.md\n/,
    );
    assert.match(
      repository.dmap('reviewed', 'guidance/street/index.md').out,
      /remembers what 1 document refers to; 1 reference is no longer suspect\./,
    );
    assert.deepEqual(suspects(repository), ['guidance/street/planning.md']);
  });

  it('makes a link to a section suspect for that section alone', () => {
    const repository = start();
    repository.edit('guidance/tools.md', 'Write it down.', 'Write all of it down.');
    assert.deepEqual(suspects(repository), ['guidance/notes.md', 'guidance/street/index.md', 'guidance/street/planning.md']);
    assert.match(
      repository.dmap('reviewed', '--check', 'guidance/notes.md').out,
      /“Notes” refers to the section “Minutes” of “Tools”, which/,
    );
  });

  it('makes a link to a section suspect where that section is gone, until its owner has looked', () => {
    const repository = start();
    repository.edit('guidance/tools.md', '## Minutes', '## Notes of meetings');
    assert.ok(suspects(repository).includes('guidance/notes.md'));
    repository.dmap('reviewed', 'guidance/notes.md');
    assert.ok(!suspects(repository).includes('guidance/notes.md'));
  });

  it('makes nothing suspect for line breaks, or for what was never looked at', () => {
    const repository = start();
    repository.edit('guidance/tools.md', 'Use a map.', 'Use\na map.');
    assert.deepEqual(suspects(repository), []);
    const fresh = Repository.withGuidance(NEIGHBOURS).edit('guidance/tools.md', 'Use a map.', 'Use two maps.');
    assert.deepEqual(suspects(fresh), []);
    assert.match(fresh.dmap('reviewed', '--check', 'guidance').out, /Nothing has been looked at yet/);
  });

  it('takes an author’s word that a change changes nothing for readers, time and again', () => {
    const repository = start();
    for (const [from, to] of [
      ['Use a map.', 'Use a mapp.'],
      ['Use a mapp.', 'Use one map.'],
    ] as const) {
      repository.edit('guidance/tools.md', from, to);
      assert.equal(suspects(repository).length, 2);
      assert.match(
        repository.dmap('reviewed', '--unchanged', 'guidance/tools.md').out,
        /remembers that 1 document says the same to readers as in HEAD\./,
      );
      assert.deepEqual(suspects(repository), []);
      repository.commit(to);
    }
    assert.match(repository.dmap('reviewed', '--unchanged', 'guidance/tools.md').out, /There was nothing to remember/);
    repository.edit('guidance/tools.md', 'Use one map.', 'Use no map.');
    assert.equal(suspects(repository).length, 2, 'the next change is one again');
  });

  it('takes those who looked off the list that a pull request shows', () => {
    const repository = start();
    const again = () =>
      (JSON.parse(repository.dmap('diff', 'main', '--format', 'json').out) as { changes: { kind: string; path: string }[] }).changes
        .filter(({ kind }) => kind === 'read-again')
        .map(({ path }) => path);
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.edit('guidance/tools.md', 'Use a map.', 'Use two maps.').commit('Change');
    assert.deepEqual(again(), ['guidance/street/index.md', 'guidance/street/planning.md']);
    repository.dmap('reviewed', 'guidance/street/index.md');
    repository.commit('The owner of the street looked');
    assert.deepEqual(again(), ['guidance/street/planning.md']);
    repository.dmap('reviewed', '--unchanged', '--since', 'main', 'guidance/tools.md');
    repository.commit('It changes nothing for readers');
    assert.deepEqual(again(), []);
  });

  it('of two branches merges without conflict, and knows what both looked at', () => {
    const repository = start();
    repository.edit('guidance/tools.md', 'Use a map.', 'Use two maps.').commit('Change');
    for (const name of ['index', 'planning']) {
      repository.git('checkout', '--quiet', '-b', name, 'main');
      repository.dmap('reviewed', `guidance/street/${name}.md`);
      repository.commit(name);
    }
    assert.equal(repository.tryGit('merge', '--quiet', '--no-edit', 'index'), 0);
    assert.deepEqual(suspects(repository), []);
  });

  it('writes nothing into the documents, and the same bytes again', () => {
    const repository = start();
    const text = repository.read('guidance/.dmap/reviewed.tsv');
    repository.dmap('reviewed', 'guidance');
    assert.equal(repository.read('guidance/.dmap/reviewed.tsv'), text);
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('says what is wrong where it cannot', () => {
    const repository = start();
    for (const [args, says] of [
      [['--unchanged', '--since', 'nowhere', 'guidance'], /no revision “nowhere”/],
      [['guidance/framework.yml'], /No document of the guidance is there/],
      [['--check', '--unchanged', 'guidance'], /cannot be used with/],
    ] as const) {
      const { code, err } = repository.dmap('reviewed', ...args);
      assert.equal(code, 2);
      assert.match(err, says);
      assert.match(err, /^dmap: [^\n]*\n$/);
    }
  });
});
