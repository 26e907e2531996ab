import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { buildOnce, COMMAND, cleanUp, dmap, environment, page, temporaryGuidance, textsIn } from '../../support/cli.js';

const BROKEN_LINK = page('Listening', 'See [how to plan](plan-together.md).');
/** Enough that workers make the pages. */
const MANY = Object.fromEntries(
  Array.from({ length: 120 }, (_, index) => [`many/page-${index}.md`, page(`Page ${index}`, 'Words. '.repeat(index))]),
);

describe('dmap export', function () {
  this.timeout(120_000);
  before(buildOnce);
  after(cleanUp);

  /** Exports beside the guidance, with drafts, as everything in the small root is one. */
  function run(root: string, args: readonly string[] = []) {
    const place = dirname(root);
    return {
      ...dmap(place, ['export', 'site', 'guidance', '--drafts', '--no-cache', '--today', '2026-09-01', ...args]),
      site: join(place, 'site'),
    };
  }

  it('writes a site and says what, how much, where and in what time', () => {
    const { code, out, err, site } = run(temporaryGuidance({ 'one.md': page('One', 'The first.') }));
    assert.equal(err, '');
    assert.match(out, /^Exported \d+ pages and \d+ other files \([\d.]+ [kM]B\) to site in [\d.]+ s\.\n$/);
    assert.equal(code, 0);
    assert.match(readFileSync(join(site, 'one.html'), 'utf8'), /The first\./);
    for (const [, href = ''] of readFileSync(join(site, 'one.html'), 'utf8').matchAll(/(?:href|src)="(assets\/[^"]+)"/g))
      assert.ok(existsSync(join(site, href)), href);
  });

  it('writes the same bytes again, with workers too', () => {
    const root = temporaryGuidance(MANY);
    const first = run(root);
    assert.equal(first.code, 0);
    const before = textsIn(first.site);
    assert.ok(Object.keys(before).length > 120);
    assert.equal(run(root).code, 0);
    assert.deepEqual(textsIn(first.site), before);
  });

  it('says so where the site is there and its zip file is not', () => {
    const root = temporaryGuidance();
    mkdirSync(join(dirname(root), 'taken.zip/full'), { recursive: true });
    const { code, out, err, site } = run(root, ['--zip', 'taken.zip']);
    assert.match(out, /^Exported /);
    assert.match(err, /^dmap: The site was exported; the zip was not: “.*taken\.zip” /);
    assert.equal(code, 2);
    assert.ok(existsSync(join(site, 'index.html')));
  });

  it('packs the site into a zip file where that is asked for', () => {
    const root = temporaryGuidance();
    const { code, out, site } = run(root, ['--zip', 'site.zip']);
    assert.equal(code, 0);
    assert.match(out, /Packed into site\.zip \(\d+ kB\)/);
    const packed = Object.keys(unzipSync(readFileSync(join(dirname(root), 'site.zip'))));
    assert.deepEqual(
      packed,
      Object.keys(textsIn(site))
        .filter((path) => path !== '.destination-map-site.json')
        .sort(),
    );
  });

  it('leaves drafts out otherwise, and says so', () => {
    const root = temporaryGuidance({ 'one.md': page('One', 'The first.') });
    const { code, err } = dmap(dirname(root), ['export', 'site', 'guidance', '--no-cache']);
    assert.equal(code, 0);
    assert.match(err, /draft.*--drafts/);
    assert.ok(!existsSync(join(dirname(root), 'site/one.html')));
  });

  it('puts the address where it belongs', () => {
    const { code, site } = run(temporaryGuidance({ 'one.md': page('One', 'x') }), ['--address', 'https://example.org/x/']);
    assert.equal(code, 0);
    assert.match(readFileSync(join(site, 'one.html'), 'utf8'), /<link rel="canonical" href="https:\/\/example\.org\/x\/one\.html">/);
    assert.match(readFileSync(join(site, '404.html'), 'utf8'), /"\/x\//);
  });

  describe('stops for errors', () => {
    it('and says how many there are, which, and what to do next', () => {
      const { code, err, out, site } = run(temporaryGuidance({ 'listen.md': BROKEN_LINK }));
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.match(err, /^dmap: Nothing has been exported: the guidance has 1 error\.\n {2}guidance\/listen\.md:\d+:\d+ There is no file/);
      assert.match(err, /“dmap lint guidance” says how.*--force/);
      assert.ok(!existsSync(site));
    });

    it('and shows the first few of many', () => {
      const many = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`p${index}.md`, page(`P${index}`, '[x](nowhere.md)')]));
      const { err } = run(temporaryGuidance(many));
      assert.match(err, /has 8 errors\.\n(?: {2}\S.*\n){5} {2}and 3 more errors\n/);
    });

    it('unless it is forced, and marks the pages then', () => {
      const { code, out, site } = run(temporaryGuidance({ 'listen.md': BROKEN_LINK }), ['--force']);
      assert.equal(code, 0);
      assert.match(out, /The guidance has 1 error, which the pages say\./);
      assert.match(readFileSync(join(site, 'listen.html'), 'utf8'), /1 (?:error )?found when this was published/i);
    });

    it('and for a manifest that cannot be read, without offering to force it', () => {
      const root = temporaryGuidance({ 'guidance.yml': 'title: [', 'listen.md': BROKEN_LINK });
      const { code, err } = run(root);
      assert.equal(code, 2);
      assert.match(
        err,
        /^dmap: Nothing has been exported: guidance\.yml cannot be read\.\n {2}guidance\/guidance\.yml:1:8 .*\nMend it first\./,
      );
      assert.doesNotMatch(err, /--force|listen\.md/);
    });

    it('and for a manifest with nothing in it, and says what to write', () => {
      for (const text of ['', '# Nothing yet\n']) {
        const { code, err, site } = run(temporaryGuidance({ 'guidance.yml': text }));
        assert.equal(code, 2);
        assert.match(err, /^dmap: Nothing has been exported: guidance\/guidance\.yml has no fields in it\.\nWrite “title:” into it/);
        assert.doesNotMatch(err, /--force/);
        assert.ok(!existsSync(site));
      }
    });

    it('and for a manifest that cannot be read, forced or not', () => {
      const root = temporaryGuidance({ 'guidance.yml': 'title: [' });
      for (const args of [[], ['--force']]) {
        const { code, err, site } = run(root, args);
        assert.equal(code, 2);
        assert.match(err, /guidance\.yml/);
        assert.ok(!existsSync(site));
      }
    });
  });

  describe('refuses', () => {
    for (const [what, args, message] of [
      ['a base that is no path', ['--base', 'guidance'], /“--base guidance” is not a path on a host/],
      ['a base that leads to another host', ['--base', '//evil.example/'], /is not a path on a host/],
      ['an address that is none', ['--address', 'example.org'], /is not the address of a site/],
      ['an address that runs something', ['--address', 'javascript:alert(1)'], /is not the address of a site/],
      ['a zip file with another name', ['--zip', 'site.tar'], /does not end in \.zip/],
      ['a zip file in the site', ['--zip', 'site/all.zip'], /is inside the site/],
      [
        'a zip file in a folder that is not there',
        ['--zip', 'nowhere/all.zip'],
        /There is no folder “nowhere” for the zip file\. Make it first/,
      ],
      ['a day that is none', ['--today', 'soon'], /is not a date/],
    ] as const) {
      it(what, () => {
        const { code, err, site } = run(temporaryGuidance(), args);
        assert.equal(code, 2);
        assert.match(err, message);
        assert.ok(!existsSync(site) && !existsSync(join(dirname(site), 'nowhere')));
      });
    }

    it('a folder that it did not make, before anything is checked', () => {
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK });
      mkdirSync(join(dirname(root), 'site'));
      writeFileSync(join(dirname(root), 'site/thesis.txt'), 'years of work');
      const { code, err, site } = run(root);
      assert.equal(code, 2);
      assert.match(err, /“site” is not empty, and this tool did not make what is in it/);
      assert.deepEqual(readdirSync(site), ['thesis.txt']);
    });

    it('the guidance folder itself', () => {
      const root = temporaryGuidance();
      const { code, err } = dmap(root, ['export', '.']);
      assert.equal(code, 2);
      assert.match(err, /is the guidance folder itself/);
      assert.ok(existsSync(join(root, 'guidance.yml')));
    });
  });

  it('leaves the old site whole and nothing else behind when it is interrupted', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [`many/page-${index}.md`, page(`Page ${index}`, 'Words and more words. '.repeat(200))]),
    );
    const root = temporaryGuidance(many);
    const place = dirname(root);
    const small = temporaryGuidance();
    assert.equal(dmap(place, ['export', 'site', small, '--drafts', '--no-cache']).code, 0);
    const before = textsIn(join(place, 'site'));
    const child = spawn(process.execPath, [COMMAND, 'export', 'site', 'guidance', '--drafts', '--no-cache'], {
      cwd: place,
      env: environment(place),
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    // As soon as it has begun to write.
    while (child.exitCode === null && !readdirSync(place).some((name) => name.startsWith('.site.dmap-new-')))
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.match(err, /Stopped\. Nothing has changed/);
    assert.deepEqual(textsIn(join(place, 'site')), before);
    assert.deepEqual(
      readdirSync(place).filter((name) => name.includes('dmap-')),
      [],
    );
  });
});

describe('dmap preview', function () {
  this.timeout(120_000);
  before(buildOnce);
  after(cleanUp);

  /** Starts a preview, hands its address on, and stops it by a signal. */
  async function preview(
    root: string,
    signal: NodeJS.Signals,
    use: (address: string) => Promise<void>,
  ): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, [COMMAND, 'preview', 'guidance', '--port', '0', '--drafts', '--no-cache'], {
      cwd: dirname(root),
      env: environment(dirname(root)),
    });
    const said = { out: '', err: '' };
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said.err += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        said.out += chunk;
        const [found] = /http:\S+/.exec(said.out) ?? [];
        if (found) resolve(found);
      });
      child.on('exit', () => reject(new Error(`It ended: ${said.err}`)));
    });
    try {
      await use(address);
    } finally {
      child.kill(signal);
    }
    return { code: await ended, ...said };
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`prints its address, shows the site, and stops cleanly by ${signal}, with a browser listening`, async () => {
      const root = temporaryGuidance({ 'one.md': page('One', 'The first.') });
      const { code, out, err } = await preview(root, signal, async (address) => {
        const shown = await (await fetch(`${address}one.html`)).text();
        assert.match(shown, /The first\..*\/__preview\/preview\.js/s);
        assert.equal((await fetch(`${address}__preview/preview.js`)).status, 200);
        const events = await fetch(`${address}__preview/events?page=/one.html`);
        assert.equal(events.headers.get('content-type'), 'text/event-stream; charset=utf-8');
      });
      assert.equal(err, '');
      assert.match(out, /\nStopped\.\n$/);
      assert.match(out, /^Preview of guidance: http:\/\/127\.0\.0\.1:\d+\/\n/);
      assert.equal(code, 0);
    });
  }

  it('starts with guidance that has errors in it: it is there to mend them', async () => {
    const root = temporaryGuidance({ 'listen.md': BROKEN_LINK, 'broken.md': '---\ntitle: [\n---\n' });
    const { code } = await preview(root, 'SIGINT', async (address) => {
      const { total } = (await (await fetch(`${address}__preview/findings?page=/listen.html`)).json()) as { total: number };
      assert.ok(total > 0);
      assert.equal((await fetch(`${address}listen.html`)).status, 200);
      assert.match(await (await fetch(`${address}broken.html`)).text(), /has an error in it/);
    });
    assert.equal(code, 0);
  });

  it('says so where there is no guidance, and where the port is no number', () => {
    const root = temporaryGuidance();
    assert.equal(dmap(root, ['preview', 'nowhere']).code, 2);
    assert.equal(dmap(root, ['preview', '--port', 'x']).code, 2);
    assert.match(dmap(root, ['preview', '--port', '99999']).err, /up to 65535/);
  });
});
