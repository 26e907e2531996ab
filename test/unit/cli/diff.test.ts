import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildOnce, cleanUp, dmap, PROJECT, temporaryGuidance } from '../../support/cli.js';
import { guidanceOn, NEIGHBOURS } from '../../support/neighbours.js';
import { Repository, removeRepositories } from '../../support/repository.js';

const isDiffResult = new Ajv2020().compile(JSON.parse(readFileSync(join(PROJECT, 'schemas/diff-result.schema.json'), 'utf8')) as object);

interface Result {
  verdict: string[];
  notes: string[];
  coverage: { before: object | null; after: object | null }[];
  changes: { kind: string; weight: string; text: string; path: string | null; line: number | null; claim: object | null }[];
}

function resultOf(repository: Repository, ...args: string[]): Result {
  const { out, err } = repository.dmap('diff', ...args, '--format', 'json');
  assert.equal(err, '');
  const result = JSON.parse(out) as Result;
  assert.ok(isDiffResult(result), JSON.stringify(isDiffResult.errors));
  return result;
}

/** What a change does, as “kind: sentence (place)”. */
function changes(repository: Repository, ...args: string[]): string[] {
  return resultOf(repository, ...args).changes.map(
    ({ kind, text, path, line }) => `${kind}: ${text} (${path}${line === null ? '' : `:${line}`})`,
  );
}

/** A pull request that does ten kinds of things, as commits on the branch `change`; somebody else works on `main` meanwhile. */
function pullRequest(): Repository {
  const repository = Repository.withGuidance(NEIGHBOURS);
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.write({ 'guidance/street/sharing.md': guidanceOn('sharing', 'Sharing what was learnt') }).commit('Cover sharing');
  repository.edit('guidance/street/listening.md', 'What to consider: listening.', '').commit('Empty a section');
  repository.edit('guidance/street/listening.md', ' [@smith-2020, point 1.1]', '').commit('Lose a citation');
  repository.edit('guidance/street/listening.md', 'attributes: [fair], ', '').commit('Empty a cell of the matrix');
  repository.edit('guidance/street/planning.md', '## Doing\n\nDoing together.\n', '').commit('Leave a part out');
  repository.edit('guidance/street/planning.md', ', see [tools](../tools.md)', '').commit('Lose a link');
  repository.move('guidance/tools.md', 'guidance/kit/tools.md');
  repository.edit('guidance/street/index.md', '../tools.md', '../kit/tools.md').edit('guidance/notes.md', 'tools.md', 'kit/tools.md');
  repository.commit('Move a document');
  repository.remove('guidance/old.md').commit('Remove a document');
  repository.edit('guidance/notes.md', 'in-review', 'withdrawn').commit('Withdraw a document');
  repository.edit('guidance/street/index.md', 'last_reviewed_on: 2026-02-01', 'last_reviewed_on: 2026-08-01').commit('Extend a review');
  repository.git('checkout', '--quiet', 'main');
  repository.edit('guidance/old.md', 'It was good.', 'It was very good.').commit('Meanwhile');
  return repository;
}

describe('dmap diff', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(() => {
    cleanUp();
    removeRepositories();
  });

  describe('of a pull request that does ten kinds of things', () => {
    let repository: Repository;
    before(() => {
      repository = pullRequest();
    });

    it('says each of them in a sentence, with its place, and nothing else', () => {
      assert.deepEqual(changes(repository, 'main', 'change'), [
        'coverage-lost: Criterion 1, Listening to neighbours: covered → partly covered. Its section “What to consider” was emptied. (guidance/street/listening.md:24)',
        'coverage-lost: Criterion 2b, Doing: covered → missing. (guidance/street/planning.md)',
        'coverage-lost: Criterion 2, Planning together: covered → partly covered. (guidance/street/planning.md)',
        'cell-emptied: The matrix cell People × 1 Fair to everyone is empty now: no criterion serves it any more. (guidance/street/listening.md)',
        'claim-lost: The guidance on criterion 1 (Listening to neighbours) no longer claims to serve the core domain “People” with the attribute “1 Fair to everyone”. The reason that it gave: They are heard. (guidance/street/listening.md:10)',
        'document-removed: “What we did” was removed. (guidance/old.md)',
        'document-withdrawn: “Notes” was withdrawn. (guidance/notes.md)',
        'citation-lost: The guidance on criterion 1 (Listening to neighbours) lost 1 citation: point 1.1 of smith-2020. (guidance/street/listening.md)',
        'reference-lost: The guidance on criterion 2 (Planning together) no longer links to “Tools”. (guidance/street/planning.md)',
        'review-extended: The next review of “Our street” was due on 2027-02-01 and is due on 2027-08-01 now, with no change to its text. (guidance/street/index.md)',
        'coverage-gained: Criterion 3, Sharing what was learnt: missing → covered. (guidance/street/sharing.md)',
        'document-added: The guidance on criterion 3 (Sharing what was learnt) is new (in review). (guidance/street/sharing.md)',
        'document-moved: “Tools” was moved here from tools.md. (guidance/kit/tools.md)',
        'document-changed: The guidance on criterion 1 (Listening to neighbours) says something else in “What this means” and “What to consider”. (guidance/street/listening.md)',
        'document-changed: The guidance on criterion 2 (Planning together) says something else in “What this means” and “Doing”. (guidance/street/planning.md)',
        'read-again: “Our street” relies on the guidance on criterion 1 (Listening to neighbours) and the guidance on criterion 2 (Planning together). (guidance/street/index.md)',
      ]);
    });

    it('sums it up in one verdict', () => {
      assert.deepEqual(resultOf(repository, 'main', 'change').verdict, [
        'Our street: 2 → 1 of 3 criteria covered.',
        '10 things get worse, 2 get better, 3 are different; 1 document should be read again.',
      ]);
    });

    it('says the same as text and as a comment', () => {
      const { changes: all, verdict } = resultOf(repository, 'main', 'change');
      const pretty = repository.dmap('diff', 'main', 'change').out.replace(/\s+/g, ' ');
      const markdown = repository.dmap('diff', 'main', 'change', '--format', 'markdown').out;
      for (const { text, path } of all) {
        assert.ok(pretty.includes(`${text} ${path}`), text);
        assert.ok(markdown.includes(`- ${text}`), text);
      }
      for (const sentence of verdict) assert.ok(pretty.includes(sentence) && markdown.includes(sentence), sentence);
      assert.match(markdown, /^<!-- dmap diff guidance -->\n## What this change means for the guidance\n\n\*\*Our street: 2 → 1/);
      assert.match(pretty, /Compared [0-9a-f]{9}, where change left main, with change \([0-9a-f]{9}\)\./);
    });

    it('ends with 1 for what --fail-on names, and with 0 for what it does not', () => {
      assert.equal(repository.dmap('diff', 'main', 'change').code, 0);
      const { code, err } = repository.dmap('diff', 'main', 'change', '--fail-on', 'coverage-lost,source-removed');
      assert.equal(code, 1);
      assert.equal(err, 'dmap: --fail-on does not allow what this change does: coverage-lost.\n');
      assert.equal(repository.dmap('diff', 'main', 'change', '--fail-on', 'source-removed').code, 0);
      const slip = repository.dmap('diff', 'main', 'change', '--fail-on', 'coverage-lot');
      assert.equal(slip.code, 2);
      assert.match(slip.err, /“coverage-lot” for --fail-on is no kind of change\. Did you mean “coverage-lost”\?/);
    });

    it('draws the map before and after, and shows both in the comment', () => {
      const { out } = repository.dmap(
        'diff',
        'main',
        'change',
        '--format',
        'markdown',
        '--maps',
        'out/maps',
        '--maps-address',
        'https://example.org/maps/',
      );
      assert.match(
        out,
        /\| !\[The map of Our street, before\]\(<https:\/\/example\.org\/maps\/map-street-before\.svg>\) \| !\[The map of Our street, after\]/,
      );
      const [then, now] = ['before', 'after'].map((when) => repository.read(`out/maps/map-street-${when}.svg`));
      assert.match(then ?? '', /^<svg/);
      assert.notEqual(then, now);
    });

    it('touches neither the working tree nor the index', () => {
      repository.write({ 'guidance/street/listening.md': 'nothing\n' });
      const before = repository.git('status', '--porcelain=v2');
      assert.equal(changes(repository, 'main', 'change').length, 16);
      assert.equal(repository.git('status', '--porcelain=v2'), before);
      repository.git('checkout', '--quiet', '--', '.');
    });

    it('counts what happened on main only where that is asked for', () => {
      const direct = changes(repository, 'main', 'change', '--direct');
      assert.ok(direct.length >= 15);
      assert.match(repository.dmap('diff', 'main', 'change', '--direct').out, /Compared main \([0-9a-f]{9}\) with change/);
    });

    it('is the same the next time', () => {
      for (const format of ['pretty', 'markdown', 'json']) {
        const run = () => repository.dmap('diff', 'main', 'change', '--format', format).out;
        assert.equal(run(), run());
      }
    });
  });

  it('says that nothing has changed where nothing has, and where only lines are broken elsewhere', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    assert.deepEqual(changes(repository, 'HEAD'), []);
    repository.edit('guidance/tools.md', 'Use a map.', 'Use\na   map. <!-- or two -->').commit('Break a line');
    assert.deepEqual(changes(repository, 'HEAD~1'), []);
    assert.match(repository.dmap('diff', 'HEAD~1').out, /Nothing that readers or the coverage depend on has changed\./);
  });

  it('asks those to read again who link to the section that changed, and no others', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    repository.edit('guidance/tools.md', 'Use a map.', 'Use two maps.').commit('Change the section on maps');
    const again = () => changes(repository, 'HEAD~1').filter((one) => one.startsWith('read-again'));
    assert.deepEqual(again(), [
      'read-again: “Our street” relies on “Tools”. (guidance/street/index.md)',
      'read-again: The guidance on criterion 2 (Planning together) relies on “Tools”. (guidance/street/planning.md)',
    ]);
    repository.edit('guidance/tools.md', 'Write it down.', 'Write all of it down.').commit('Change the section on minutes');
    assert.equal(again().length, 3);
    assert.ok(again().some((one) => one.startsWith('read-again: “Notes” relies on “Tools”.')));
  });

  it('tells of a section that was emptied, and not of each that was in it', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    repository.edit('guidance/tools.md', 'Use a map.', '### Of the street\n\nDraw it.\n\n### Of the town\n\nBuy it.').commit('Divide');
    repository.edit('guidance/tools.md', '### Of the street\n\nDraw it.\n\n### Of the town\n\nBuy it.', '').commit('Empty');
    assert.deepEqual(changes(repository, 'HEAD~1').slice(0, 2), [
      'section-emptied: The section “Maps” of “Tools” was emptied. (guidance/tools.md:9)',
      'document-changed: “Tools” says something else in “Maps”. (guidance/tools.md)',
    ]);
  });

  it('asks those to read again who cite a source that says something else', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    repository.edit('guidance/sources.yml', 'People talk more', 'People talk less').commit('Correct the source');
    assert.deepEqual(changes(repository, 'HEAD~1'), [
      'source-changed: The entry of the source “smith-2020” is not what it was. (guidance/sources.yml)',
      'read-again: The guidance on criterion 1 (Listening to neighbours) relies on the source “smith-2020”. (guidance/street/listening.md)',
    ]);
  });

  it('knows what was moved and rewritten by what it is guidance on', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    repository.remove('guidance/street/listening.md').write({
      'guidance/street/hear.md': guidanceOn('listening', 'To hear each other', { parts: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'] }),
    });
    repository.commit('Rewrite');
    const kinds = resultOf(repository, 'HEAD~1').changes.map(({ kind }) => kind);
    assert.ok(kinds.includes('document-moved'));
    assert.ok(!kinds.includes('document-removed') && !kinds.includes('document-added') && !kinds.includes('coverage-lost'));
  });

  it('says of a link to what was moved that it leads nowhere, and not that somebody took it out', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    repository.move('guidance/tools.md', 'guidance/kit/tools.md').edit('guidance/street/planning.md', ', see [tools](../tools.md)', '');
    repository.commit('Move');
    assert.deepEqual(
      changes(repository, 'HEAD~1').filter((one) => one.startsWith('reference-lost')),
      [
        'reference-lost: “Tools” was moved, and the link to it leads nowhere in “Notes”. (guidance/notes.md)',
        'reference-lost: “Tools” was moved, and the link to it leads nowhere in “Our street”. (guidance/street/index.md)',
        'reference-lost: The guidance on criterion 2 (Planning together) no longer links to “Tools”. (guidance/street/planning.md)',
      ],
    );
  });

  it('says where nothing has changed that what is not committed was not looked at', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    repository.edit('guidance/tools.md', 'Use a map.', 'Use two maps.');
    assert.match(repository.dmap('diff', 'main').out, /has changed\.\n.*\nWhat is not committed yet was not looked at\.\n$/);
    repository.commit('Change');
    for (const args of [['HEAD~1'], ['main', 'main']]) assert.doesNotMatch(repository.dmap('diff', ...args).out, /not committed/);
  });

  it('compares a guidance folder that was moved as a whole', () => {
    const repository = Repository.withGuidance(NEIGHBOURS).move('guidance', 'docs/advice');
    repository.commit('Move everything');
    const { out } = dmap(repository.at('docs/advice'), ['diff', 'HEAD~1', '--format', 'json']);
    assert.deepEqual((JSON.parse(out) as Result).changes, []);
  });

  it('says that everything is new where there was no guidance', () => {
    const repository = Repository.empty().write({ 'README.md': 'Text.\n' });
    repository.commit('Start');
    const from = Repository.withGuidance(NEIGHBOURS);
    repository.git('fetch', '--quiet', from.folder, 'main');
    repository.git('merge', '--quiet', '--allow-unrelated-histories', '--message', 'Add guidance', 'FETCH_HEAD');
    const { notes, coverage, changes: all } = resultOf(repository, 'HEAD~1', '--direct');
    assert.deepEqual(notes, ['There was no such guidance folder in HEAD~1: everything is new.']);
    assert.equal(coverage[0]?.before, null);
    assert.ok(all.some(({ text }) => text === 'The application “Our street” is new.'));
  });

  it('compares what two branches bring together, once they are merged', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    for (const [branch, change] of [
      ['one', () => repository.write({ 'guidance/street/sharing.md': guidanceOn('sharing', 'Sharing') })],
      ['two', () => repository.edit('guidance/tools.md', 'Use a map.', 'Use two maps.')],
    ] as const) {
      repository.git('checkout', '--quiet', '-b', branch, 'main');
      change();
      repository.commit(branch);
    }
    repository.git('merge', '--quiet', '--no-edit', 'one');
    const kinds = new Set(resultOf(repository, 'main').changes.map(({ kind }) => kind));
    assert.ok(kinds.has('coverage-gained') && kinds.has('document-changed'));
  });

  it('shows the words of guidance as words, whatever signs are in them', () => {
    const repository = Repository.withGuidance(NEIGHBOURS);
    repository
      .write({ 'guidance/a`b.md': '---\ntitle: "<img src=x> @someone **bold** &amp; | \\e[31m"\ntype: page\nstatus: draft\n---\n\n# T\n' })
      .commit('Add');
    const { out } = repository.dmap('diff', 'HEAD~1', '--format', 'markdown');
    assert.match(out, /- “\\<img src=x\\> @<!-- -->someone \\\*\\\*bold\\\*\\\* &amp;amp; \\\|/);
    assert.match(out, /\(`` guidance\/a`b\.md ``\)/);
    assert.doesNotMatch(repository.dmap('diff', 'HEAD~1').out, /\u001B/);
  });

  describe('ends with 2 and a line that says what to do', () => {
    const fails = (repository: Pick<Repository, 'dmap'>, args: readonly string[], says: RegExp) => {
      const { code, err, out } = repository.dmap('diff', ...args);
      assert.equal(code, 2);
      assert.match(err, says);
      assert.match(err, /^dmap: [^\n]*\n$/);
      assert.equal(out, '');
    };

    it('for revisions that are not there, or would be options', () => {
      const repository = Repository.withGuidance(NEIGHBOURS);
      fails(repository, ['nowhere'], /no revision “nowhere”/);
      fails(repository, ['HEAD', 'nowhere'], /no revision “nowhere”/);
      fails(repository, ['--', '--output=hacked', 'HEAD'], /no revision “--output=hacked”/);
      assert.ok(!existsSync(repository.at('hacked')));
    });

    it('in a shallow clone', () => {
      const repository = pullRequest();
      fails(
        repository.clone('--depth', '1', '--no-single-branch'),
        ['origin/main', 'origin/change'],
        /shallow clone.*git fetch --unshallow.*fetch-depth: 0/,
      );
    });

    it('in a clone that has the commits and not what is in them', () => {
      const repository = Repository.withGuidance(NEIGHBOURS);
      repository.git('config', 'uploadpack.allowFilter', 'true');
      repository.edit('guidance/tools.md', 'Use a map.', 'Use two maps.').commit('Change');
      for (const filter of ['tree:0', 'blob:none']) {
        fails(repository.clone(`--filter=${filter}`), ['HEAD~1', 'HEAD', 'guidance'], /git fetch --refetch --no-filter/);
      }
    });

    it('where the guidance folder stands in the place of a revision', () => {
      fails(Repository.withGuidance(), ['HEAD', 'guidance'], /“guidance” is a file or folder.*“dmap diff BASE HEAD guidance”/);
    });

    it('where a file system has no place for a file, and says that its folder is not there', function () {
      if (process.platform !== 'linux') this.skip();
      fails(Repository.withGuidance(), ['HEAD', 'HEAD', 'guidance', '--format', 'markdown:/proc/none/diff.md'], /proc” is not there/);
    });

    it('where the manifest cannot be read in one of them', () => {
      const repository = Repository.withGuidance(NEIGHBOURS);
      const manifest = repository.read('guidance/guidance.yml');
      repository.write({ 'guidance/guidance.yml': 'title: [\n' }).commit('Break');
      repository.write({ 'guidance/guidance.yml': manifest }).commit('Mend');
      fails(repository, ['HEAD~1'], /guidance\.yml cannot be read in HEAD~1.*Compare with a revision in which it is mended/);
      fails(repository, ['HEAD~2', 'HEAD~1'], /guidance\.yml cannot be read in HEAD~1/);
      assert.deepEqual(changes(repository, 'HEAD~2'), []);
    });

    it('where there is no guidance in the revision that is asked about', () => {
      const repository = Repository.empty().write({ 'README.md': 'Text.\n' });
      repository.commit('Start');
      repository.write({ 'docs/guidance.yml': 'title: T\n' });
      fails(repository, ['HEAD'], /There is no guidance folder “docs” in HEAD/);
    });

    it('outside a repository', () => {
      const root = temporaryGuidance();
      fails({ dmap: (...args) => dmap(root, args, { env: { GIT_CEILING_DIRECTORIES: root } }) }, ['HEAD'], /not in a git repository/);
    });
  });
});
