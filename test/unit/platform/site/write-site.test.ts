import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeSite } from '../../../../src/platform/node/site/write-site.js';
import { UsageError } from '../../../../src/platform/node/usage-error.js';
import type { SiteFile } from '../../../../src/site/types.js';
import { textsIn } from '../../../support/cli.js';
import { cleanUp, folderWith } from './support.js';

const SITE: readonly SiteFile[] = [
  { path: 'index.html', content: '<p>Über uns</p>' },
  { path: 'a/b/page.html', content: '<p>page</p>' },
  { path: 'assets/x.bin', content: new Uint8Array([0, 255, 1]) },
];

function* failing(): Generator<SiteFile> {
  yield { path: 'index.html', content: 'new' };
  throw new Error('the disk is tired');
}

/** Everything in a folder, hidden names too. */
const names = (folder: string) => readdirSync(folder).sort();

describe('writing a site', () => {
  let root: string;
  let place: string;
  let out: string;

  beforeEach(() => {
    root = folderWith({ 'guidance.yml': 'title: T\n' });
    place = folderWith();
    out = join(place, 'site');
  });

  afterEach(cleanUp);

  it('writes every file, and a marker that says whose the folder is', async () => {
    const written = await writeSite(out, SITE, { root });
    const texts = textsIn(out);
    assert.deepEqual(Object.keys(texts), ['.destination-map-site.json', 'a/b/page.html', 'assets/x.bin', 'index.html']);
    assert.equal(readFileSync(join(out, 'index.html'), 'utf8'), '<p>Über uns</p>');
    assert.deepEqual([...readFileSync(join(out, 'assets/x.bin'))], [0, 255, 1]);
    assert.deepEqual(written, { files: 3, bytes: 16 + 11 + 3 });
    assert.deepEqual(names(place), ['site']);
  });

  it('takes the place of a site that it made, and of an empty folder, whole', async () => {
    mkdirSync(out);
    await writeSite(out, SITE, { root });
    await writeSite(out, [{ path: 'only.html', content: 'x' }], { root });
    assert.deepEqual(names(out), ['.destination-map-site.json', 'only.html']);
    assert.deepEqual(names(place), ['site']);
  });

  it('writes the same bytes twice', async () => {
    await writeSite(out, SITE, { root });
    const before = textsIn(out);
    await writeSite(out, SITE, { root });
    assert.deepEqual(textsIn(out), before);
  });

  it('takes files that are made asynchronously, and what others write into the new folder first', async () => {
    async function* later(): AsyncGenerator<SiteFile> {
      yield* SITE;
    }
    const before = async (folder: string) => {
      writeFileSync(join(folder, 'by-a-worker.html'), 'here');
      return { files: 1, bytes: 4 };
    };
    assert.deepEqual(await writeSite(out, later(), { root, before }), { files: 4, bytes: 34 });
    assert.equal(textsIn(out)['by-a-worker.html'], 'here');
  });

  it('leaves the old site whole where something fails or is stopped on the way', async () => {
    await writeSite(out, SITE, { root });
    const before = textsIn(out);
    await assert.rejects(writeSite(out, failing(), { root }), /the disk is tired/);
    const stop = () => {
      throw new Error('stopped');
    };
    await assert.rejects(writeSite(out, SITE, { root, throwIfCancelled: stop }), /stopped/);
    await assert.rejects(writeSite(out, SITE, { root, before: async () => stop() }), /stopped/);
    assert.deepEqual(textsIn(out), before);
    assert.deepEqual(names(place), ['site']);
  });

  it('asks whether all fits before it takes the place of the old site', async () => {
    await writeSite(out, SITE, { root });
    const before = textsIn(out);
    const others = async () => ({ files: 10, bytes: 1000 });
    const assertFits = (written: { files: number; bytes: number }) => {
      throw new Error(`too much: ${written.files} files of ${written.bytes} bytes`);
    };
    await assert.rejects(
      writeSite(out, [{ path: 'x', content: 'x' }], { root, before: others, assertFits }),
      /too much: 11 files of 1001 bytes/,
    );
    assert.deepEqual(textsIn(out), before);
    assert.deepEqual(names(place), ['site']);
  });

  it('clears away what a run that was killed left, and nothing else', async () => {
    const gone = 'dmap-new-999999999-00000000';
    for (const name of [`.site.${gone}`, `.other.${gone}`, '.site.dmap-new-mine', '.site'])
      mkdirSync(join(place, name, 'deep'), { recursive: true });
    await writeSite(out, SITE, { root });
    assert.deepEqual(names(place), ['.other.dmap-new-999999999-00000000', '.site', '.site.dmap-new-mine', 'site']);
  });

  it('leaves the folder of a run that is still at work', async () => {
    const theirs = `.site.dmap-new-${process.ppid}-00000000`;
    mkdirSync(join(place, theirs));
    await writeSite(out, SITE, { root });
    assert.ok(existsSync(join(place, theirs)));
  });

  it('puts back an old site that a killed run had moved aside', async () => {
    await writeSite(join(place, '.site.dmap-old-999999999-00000000'), SITE, { root });
    await assert.rejects(writeSite(out, failing(), { root }));
    assert.equal(readFileSync(join(out, 'index.html'), 'utf8'), '<p>Über uns</p>');
  });

  it('follows a link to a site, and keeps the link', async () => {
    const real = join(folderWith(), 'real');
    await writeSite(real, SITE, { root });
    symlinkSync(real, out);
    await writeSite(out, [{ path: 'new.html', content: 'x' }], { root });
    assert.deepEqual(names(real), ['.destination-map-site.json', 'new.html']);
  });

  describe('refuses', () => {
    const refused = async (folder: string, message: RegExp) => {
      await assert.rejects(writeSite(folder, SITE, { root }), (error) => error instanceof UsageError && message.test(error.message));
    };

    it('a folder that it did not make', async () => {
      mkdirSync(out);
      writeFileSync(join(out, 'thesis.txt'), 'years of work');
      await refused(out, /is not empty, and this tool did not make what is in it.*Name another folder/);
      assert.deepEqual(textsIn(place), { 'site/thesis.txt': 'years of work' });
    });

    it('a folder whose marker is not ours', async () => {
      mkdirSync(out);
      for (const marker of ['{"generator":"another"}', 'null', 'not JSON']) {
        writeFileSync(join(out, '.destination-map-site.json'), marker);
        await refused(out, /did not make/);
      }
      rmSync(join(out, '.destination-map-site.json'));
      mkdirSync(join(out, '.destination-map-site.json'));
      await refused(out, /did not make/);
    });

    it('a file in the way', async () => {
      writeFileSync(out, 'a file');
      await refused(out, /is a file, and a site needs a folder/);
      assert.equal(readFileSync(out, 'utf8'), 'a file');
    });

    it('the guidance folder, those above it, and those in it that hold guidance', async () => {
      mkdirSync(join(root, 'rasso'));
      writeFileSync(join(root, 'rasso/index.md'), '# R\n');
      await refused(root, /is the guidance folder itself/);
      await refused(dirname(root), /holds the guidance folder/);
      await refused('/', /holds the guidance folder/);
      await refused(join(root, 'rasso'), /holds guidance/);
      symlinkSync(root, out);
      await refused(out, /is the guidance folder itself/);
      assert.deepEqual(names(root), ['guidance.yml', 'rasso']);
    });

    it('another guidance folder', async () => {
      await refused(folderWith({ 'guidance.yml': 'title: Other\n' }), /holds guidance/);
    });

    it('a site that has become a Git repository', async () => {
      await writeSite(out, SITE, { root });
      mkdirSync(join(out, '.git'));
      await refused(out, /is a Git repository/);
    });

    it('a link that leads nowhere', async () => {
      symlinkSync(join(place, 'nowhere'), out);
      await refused(out, /leads nowhere/);
    });
  });

  for (const path of ['../out.html', '/etc/x', 'a//b', 'a/../../b', '', './a', 'a/..', 'a\\b', 'a\0b']) {
    it(`lets no file leave the folder: ${JSON.stringify(path)}`, async () => {
      await assert.rejects(writeSite(out, [{ path, content: 'x' }], { root }), /is no place inside the site/);
      assert.deepEqual(names(place), []);
    });
  }

  it('says so where two files have one path, and writes neither', async () => {
    await assert.rejects(
      writeSite(out, [...SITE, { path: 'index.html', content: 'y' }], { root }),
      /Two files of the site would be “index\.html”/,
    );
    assert.deepEqual(names(place), []);
  });

  it('goes inside the guidance folder where that is asked for', async () => {
    await writeSite(join(root, '_site'), SITE, { root });
    await writeSite(join(root, '_site'), SITE, { root });
    assert.deepEqual(names(root), ['_site', 'guidance.yml']);
  });
});
