import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildOnce, cleanUp, dmap, PROJECT, temporaryGuidance, textsIn } from '../../support/cli.js';

function assertNoErrors(root: string): void {
  const { out, code } = dmap(root, ['lint', '--quiet', '--no-cache']);
  assert.equal(code, 0, out);
}

describe('dmap init', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);
  const emptyFolder = () => dirname(temporaryGuidance());

  it('makes a guidance folder that has no error, and says what it wrote', () => {
    const root = join(emptyFolder(), 'tree-care');
    const { out, code } = dmap(dirname(root), ['init', 'tree-care']);
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(textsIn(root)), ['framework.yml', 'glossary.yml', 'guidance.yml', 'index.md', 'sources.yml']);
    assert.match(out, /Wrote 5 files:\n {2}tree-care\/guidance\.yml\n/);
    assert.match(readFileSync(join(root, 'guidance.yml'), 'utf8'), /^title: Tree care$/m);
    assertNoErrors(root);
  });

  it('copies a framework as it is, with a place for the sources that it names', () => {
    const folder = emptyFolder();
    const framework = join(PROJECT, 'guidance/destination-map.yml');
    dmap(folder, ['init', 'map', '--framework', framework]);
    assert.equal(readFileSync(join(folder, 'map/destination-map.yml'), 'utf8'), readFileSync(framework, 'utf8'));
    assert.match(readFileSync(join(folder, 'map/sources.yml'), 'utf8'), /id: cprl-rasso/);
    assertNoErrors(join(folder, 'map'));
  });

  it('takes the Destination Map by its name, with the works that it cites, and says which names there are', () => {
    const folder = emptyFolder();
    const { out, code } = dmap(folder, ['init', 'map', '--framework', 'destination-map']);
    assert.equal(code, 0, out);
    const shipped = readFileSync(join(PROJECT, 'guidance/destination-map.yml'), 'utf8');
    assert.equal(readFileSync(join(folder, 'map/destination-map.yml'), 'utf8'), shipped);
    const sources = readFileSync(join(folder, 'map/sources.yml'), 'utf8');
    assert.match(sources, /id: cprl-rasso\n {4}type: document\n {4}title: The Destination Map's 17 essential criteria/);
    assert.doesNotMatch(sources, /To be written/);
    assertNoErrors(join(folder, 'map'));
    assert.match(dmap(folder, ['init', 'new', '--framework', 'none-such']).err, /no file “none-such”.*: destination-map\./s);
  });

  it('writes nothing where anything is there already', () => {
    const folder = join(emptyFolder(), 'care');
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.md'), 'mine\n');
    const { err, code } = dmap(folder, ['init']);
    assert.equal(code, 2);
    assert.match(err, /Nothing has been written.*index\.md/);
    assert.deepEqual(textsIn(folder), { 'index.md': 'mine\n' });
  });

  it('refuses a guidance folder, a place inside one, and what is no framework', () => {
    const root = temporaryGuidance();
    assert.match(dmap(root, ['init']).err, /is a guidance folder already/);
    assert.match(dmap(root, ['init', 'sub']).err, /inside the guidance folder “\.” already/);
    assert.match(
      dmap(dirname(root), ['init', 'new', '--framework', 'guidance/glossary.yml']).err,
      /“guidance\/glossary\.yml” is not a framework/,
    );
    assert.match(dmap(dirname(root), ['init', 'new', '--framework', 'gone.yml']).err, /no file “gone\.yml”/);
    assert.ok(!existsSync(join(root, '../new')));
  });
});

describe('dmap new', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);

  describe('application', () => {
    it('makes a document for each criterion, with its sections and parts, and has no error', () => {
      const root = temporaryGuidance();
      const { out } = dmap(root, ['new', 'application', 'Night owls']);
      assert.match(out, /Wrote 4 files:\n {2}night-owls\/index\.md\n {2}night-owls\/listening\.md\n/);
      const planning = readFileSync(join(root, 'night-owls/planning.md'), 'utf8');
      assert.match(planning, /^title: Planning together\ntype: criterion-guidance\nstatus: draft/m);
      assert.deepEqual(
        [...planning.matchAll(/^#+ (\w.+)$/gm)]
          .map((match) => match[1])
          .filter((heading) => !heading?.includes(':'))
          .slice(0, 5),
        ['Planning together', 'What this means', 'Agreeing', 'Doing', 'Why it matters'],
      );
      assert.match(planning, /^To be written: /m);
      assertNoErrors(root);
      assert.match(dmap(root, ['coverage']).out, /0 of 3 criteria covered; 3 partly covered\./);
    });

    it('claims no domain by itself, and shows the form of a claim', () => {
      const root = temporaryGuidance();
      dmap(root, ['new', 'application', 'owls']);
      const text = readFileSync(join(root, 'owls/planning.md'), 'utf8');
      assert.match(
        text,
        /^# serves:\n# {3}- domain: people # choose; or: places\n# {5}because: To be written\n# {5}basis: editorial # or: source\n/m,
      );
      assert.doesNotMatch(text, /^serves:/m);
      assert.match(dmap(root, ['coverage']).out, /^People +0 +–$/m);
      // As it is with the signs of a comment taken away it is valid too.
      const [template = ''] = /^# serves:\n(?:# {3}.*\n)*/m.exec(text) ?? [];
      writeFileSync(join(root, 'owls/planning.md'), text.replace(template, template.replace(/^# /gm, '')));
      assertNoErrors(root);
    });

    it('works for a framework of another shape', () => {
      const folder = dirname(temporaryGuidance());
      dmap(folder, ['init', 'harbour', '--framework', join(PROJECT, 'test/fixtures/second-framework/harbour-safety.yml')]);
      assert.match(dmap(join(folder, 'harbour'), ['new', 'application', 'ferries']).out, /Wrote 31 files/);
      // A criterion that can serve only some domains is offered one of those.
      assert.match(readFileSync(join(folder, 'harbour/ferries/night-passages.md'), 'utf8'), /domain: crews # choose; or: waters\n/);
      assertNoErrors(join(folder, 'harbour'));
    });

    it('takes a folder and a title', () => {
      const root = temporaryGuidance();
      dmap(root, ['new', 'application', 'owls', '--folder', 'birds/night', '--title', 'Owls: a field']);
      assert.match(readFileSync(join(root, 'birds/night/index.md'), 'utf8'), /^title: "?Owls: a field"?$/m);
      assertNoErrors(root);
    });

    it('never overwrites, and writes all or nothing', () => {
      const root = temporaryGuidance({ 'owls/sharing.md': 'mine\n' });
      const before = textsIn(root);
      const { err, code } = dmap(root, ['new', 'application', 'owls']);
      assert.equal(code, 2);
      assert.match(err, /owls\/sharing\.md/);
      assert.deepEqual(textsIn(root), before);
    });

    it('refuses a key that is taken, an unknown framework and a name that has no letter', () => {
      const root = temporaryGuidance();
      dmap(root, ['new', 'application', 'owls']);
      assert.match(dmap(root, ['new', 'application', 'owls', '--folder', 'b']).err, /There is an application “owls” already/);
      assert.match(dmap(root, ['new', 'application', 'b', '--framework', 'good-neighbour']).err, /Did you mean “good-neighbours”\?/);
      assert.match(dmap(root, ['new', 'application', '…']).err, /no letter or digit/);
    });
  });

  describe('a document', () => {
    it('of the type page says what belongs in it', () => {
      const root = temporaryGuidance();
      dmap(root, ['new', 'page', 'X']);
      assert.match(
        readFileSync(join(root, 'x.md'), 'utf8'),
        /\nTo be written: what readers need to know here, under headings of your own\.\n$/,
      );
    });

    for (const [type, args] of Object.entries({
      page: ['A page: of "words"'],
      role: ['Head of listening'],
      strategy: ['A plan'],
      resource: ['A tool'],
      domain: ['people'],
      attribute: ['--field', 'attribute=2'],
    })) {
      it(`of the type ${type} has no error`, () => {
        const root = temporaryGuidance();
        const { code, err } = dmap(root, ['new', type, ...args]);
        assert.deepEqual([err, code], ['', 0]);
        assertNoErrors(root);
      });
    }

    it('on a criterion goes beside its application, and only where there is none yet', () => {
      const root = temporaryGuidance({
        'owls/index.md': '---\ntitle: Owls\ntype: application\nstatus: draft\napplication: owls\n---\n\n# Owls\n',
      });
      assert.match(dmap(root, ['new', 'criterion-guidance', '--criterion', '2']).out, /owls\/planning\.md/);
      assert.match(
        dmap(root, ['new', 'criterion-guidance', '--criterion', 'planning', '--path', 'x.md']).err,
        /There is guidance on “planning” in “owls” already/,
      );
      assert.match(dmap(root, ['new', 'criterion-guidance', '--criterion', 'planing']).err, /Did you mean “planning”\?/);
      assert.match(dmap(root, ['new', 'criterion-guidance']).err, /Say which criterion it is about, with “--criterion KEY”/);
      assertNoErrors(root);
    });

    it('of a type of one’s own follows its schema', () => {
      const schema = {
        type: 'object',
        required: ['title', 'type', 'status', 'level', 'held_on', 'hours'],
        properties: {
          title: { $ref: 'common.schema.json#/$defs/title' },
          type: { const: 'workshop' },
          status: { $ref: 'common.schema.json#/$defs/status' },
          level: { type: 'string', enum: ['first', 'second'] },
          held_on: { type: 'string', format: 'date' },
          hours: { type: 'integer' },
        },
        'x-sections': [{ title: 'What happens', required: true, help: 'The steps, in order.' }],
      };
      const manifest =
        'title: T\nframeworks: [framework.yml]\nsources: sources.yml\nglossary: glossary.yml\ntypes: { workshop: workshop.schema.json }\n';
      const root = temporaryGuidance({ 'guidance.yml': manifest, 'workshop.schema.json': JSON.stringify(schema) });
      dmap(root, ['new', 'workshop', 'Listening together', '--path', 'days/one.md', '--field', 'hours=2']);
      const text = readFileSync(join(root, 'days/one.md'), 'utf8');
      assert.match(text, /^level: first # or: second\nheld_on: \d{4}-\d\d-\d\d\nhours: 2\n/m);
      assert.match(text, /^## What happens\n\nTo be written: the steps, in order\.\n/m);
      assertNoErrors(root);
    });

    it('stays inside the guidance folder', () => {
      const root = temporaryGuidance();
      symlinkSync('/tmp', join(root, 'way-out'));
      for (const path of ['../x.md', '/tmp/x.md', 'way-out/x.md']) {
        const { err, code } = dmap(root, ['new', 'page', 'X', '--path', path]);
        assert.match(err, /outside the guidance folder/);
        assert.equal(code, 2);
      }
    });

    it('says what is wrong with a type, a path or a field', () => {
      const root = temporaryGuidance();
      assert.match(dmap(root, ['new', 'rol', 'X']).err, /no type “rol”\. Did you mean “role”\?/);
      assert.match(dmap(root, ['new', 'page', 'X', '--path', 'x.txt']).err, /End it with “\.md”/);
      assert.match(dmap(root, ['new', 'page']).err, /Give it a title/);
      assert.match(
        dmap(root, ['new', 'resource', 'X', '--field', 'kind=corse']).err,
        /^dmap: “kind” must be one of .*; found “corse”\. Did you mean “course”\? Nothing has been written\.\n$/,
      );
      assert.match(dmap(root, ['new', 'resource', 'X', '--field', 'knd=course']).err, /“knd”.* Nothing has been written\.\n$/);
      assert.ok(!existsSync(join(root, 'x.md')));
      assert.match(dmap(root, ['new', 'page', 'X', '--field', 'owner']).err, /“--field owner” is not understood/);
    });
  });
});
