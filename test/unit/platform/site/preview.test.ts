import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { PreviewServer } from '../../../../src/platform/node/site/preview-server.js';
import { type PreviewFinding, PreviewSession } from '../../../../src/platform/node/site/preview-session.js';
import type { SiteMaker } from '../../../../src/platform/node/site/site-maker.js';
import { rules } from '../../../../src/rules/index.js';
import { cleanUp as cleanUpGuidance, page, temporaryGuidance } from '../../../support/cli.js';
import { stubMaker } from './stub-maker.js';
import { cleanUp, folderWith } from './support.js';

const STYLE = { path: 'assets/site.0.css', content: 'body {}' };
const ASSETS = {
  files: [STYLE],
  assets: { style: STYLE.path, script: 'assets/s.js', search: 'assets/q.js', font: 'assets/f.woff2', icon: 'assets/i.svg' },
};

const COMMITTER = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];

describe('a preview', function () {
  this.timeout(60_000);
  let root: string;
  let server: PreviewServer;
  let failures: unknown[];
  let planned = 0;

  beforeEach(async () => {
    root = temporaryGuidance({ 'one.md': page('One', 'The first.'), 'two.md': page('Two', 'The second.') });
    failures = [];
    today = '2026-09-01';
    await start();
  });

  afterEach(async () => {
    await server.close();
    cleanUp();
    cleanUpGuidance();
    assert.deepEqual(failures, []);
  });

  const maker: SiteMaker = {
    ...stubMaker,
    plan: (...input) => {
      planned++;
      return stubMaker.plan(...input);
    },
  };

  let today: string;

  async function start(): Promise<void> {
    const own = { rules, cache: false, drafts: true, maker, assets: () => ASSETS } as const;
    const settings = Object.defineProperty({ ...own, today }, 'today', { get: () => today });
    const session = await PreviewSession.open(root, settings);
    server = await PreviewServer.start(session, { root, script: 'preview();', port: 0, failed: (error) => failures.push(error) });
  }

  function write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }

  const textNow = (path: string) => readFileSync(join(root, path), 'utf8');

  interface Answer {
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    readonly text: string;
  }

  /** Asks the server; unlike `fetch` it leaves the path as it is. */
  function get(path: string, { method = 'GET', headers = {} as Record<string, string> } = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false }, (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (chunk: string) => {
            text += chunk;
          })
          .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      asked.on('error', reject).end();
    });
  }

  /** Listens for events of a page, and gives the ones that have come so far. */
  async function listen(shown: string): Promise<{ events: string[]; ended: Promise<void> }> {
    const events: string[] = [];
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: server.port, path: `/__preview/events?page=${encodeURIComponent(shown)}`, agent: false },
        (response) => {
          const ended = new Promise<void>((end) => response.on('close', () => end()));
          response.setEncoding('utf8').on('data', (chunk: string) => {
            for (const [, name] of chunk.matchAll(/^event: (\w+)$/gm)) events.push(name ?? '');
            resolve({ events, ended });
          });
        },
      );
      asked.on('error', (error) => reject(error));
      asked.end();
    });
  }

  async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await holds()); tries++) {
      assert.ok(tries < 400, `It never came to this: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  const showsInstead = (path: string, text: RegExp) => until(`${path} shows ${text}`, async () => text.test((await get(path)).text));

  describe('serves', () => {
    it('documents, the pages that are made, and what is in the guidance folder and on the site', async () => {
      write('picture.png', new Uint8Array([137, 80]));
      await until('the picture is there', async () => (await get('/picture.png')).status === 200);
      assert.match((await get('/one.html')).text, /<h1>One – .*The first\./s);
      assert.match((await get('/')).text, /<li>One<\/li><li>Two<\/li>/);
      assert.match((await get('/part/')).text, /A part\./);
      assert.equal((await get('/feed.xml')).headers['content-type'], 'application/xml; charset=utf-8');
      assert.equal((await get('/picture.png')).headers['content-type'], 'image/png');
      assert.deepEqual((await get('/assets/site.0.css')).text, 'body {}');
      assert.match((await get('/search/start.js')).text, /^dmapSearch\("start".*one\.html/s);
    });

    it('every page with its script, which the policy in the headers allows', async () => {
      const { text, headers } = await get('/one.html?x=y');
      assert.match(text, /<script src="\/__preview\/preview\.js" defer><\/script>\n<\/body>/);
      assert.doesNotMatch(text, /http-equiv/);
      assert.match(headers['content-security-policy'] as string, /^default-src 'none'; script-src 'self'.*connect-src 'self'$/);
      const script = await get('/__preview/preview.js');
      assert.equal(script.text, 'preview();');
      assert.match(script.headers['content-type'] ?? '', /^text\/javascript/);
    });

    it('with headers that keep others out', async () => {
      const { headers } = await get('/');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
      assert.match(headers['content-security-policy'] as string, /frame-ancestors 'none'/);
    });

    it('files that somebody else wrote so that nothing in them runs', async () => {
      write('evil.html', '<script>alert(1)</script>');
      write('evil.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      for (const path of ['/evil.html', '/evil.svg']) {
        await until(`${path} is there`, async () => (await get(path)).status === 200);
        const { text, headers } = await get(path);
        assert.match(headers['content-security-policy'] as string, /^default-src 'none'.*sandbox$/);
        assert.doesNotMatch(text, /__preview/);
      }
    });

    it('a folder by the address with a slash', async () => {
      const { status, headers } = await get('/part');
      assert.deepEqual([status, headers.location], [302, '/part/']);
    });

    it('a folder whose name has marks of an address in it', async () => {
      write('what #1/index.md', page('What', 'It is.'));
      await until('the folder is there', async () => (await get('/what%20%231/')).status === 200);
      const { status, headers } = await get('/what%20%231');
      assert.deepEqual([status, headers.location], [302, '/what%20%231/']);
    });

    it('the page for what is not there', async () => {
      const { status, text } = await get('/nowhere.html');
      assert.equal(status, 404);
      assert.match(text, /Nothing here\..*__preview/s);
      assert.equal((await get('/favicon.ico')).status, 404);
    });

    it('the head of a page alone where that is asked for', async () => {
      const { status, text, headers } = await get('/one.html', { method: 'HEAD' });
      assert.deepEqual([status, text], [200, '']);
      assert.ok(Number(headers['content-length']) > 100);
    });
  });

  describe('refuses', () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/guidance.yml',
      '//etc/passwd',
      '/guidance.yml',
      '/one.md',
      '/assets/../guidance.yml',
      '/..\\guidance.yml',
      '/one.html%00',
      '/__preview/../guidance.yml',
      '/__preview/nothing',
    ]) {
      it(`${path}`, async () => {
        const { status, text } = await get(path);
        assert.equal(status, 404);
        assert.doesNotMatch(text, /frameworks|root:|"name"/);
      });
    }

    it('an address that is none', async () => assert.equal((await get('/%zz')).status, 400));

    it('a link that leads outside the guidance folder', async () => {
      symlinkSync(join(folderWith({ 'secret.png': 'the secret' }), 'secret.png'), join(root, 'link.png'));
      write('mark.md', page('Mark', 'Seen.'));
      await showsInstead('/mark.html', /Seen/);
      const { status, text } = await get('/link.png');
      assert.equal(status, 404);
      assert.doesNotMatch(text, /the secret/);
    });

    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      it(`${method}`, async () => {
        const { status, headers } = await get('/one.html', { method });
        assert.deepEqual([status, headers.allow], [405, 'GET, HEAD']);
      });
    }

    it('every host but this machine, by its name or number and its port', async () => {
      const asHost = async (host: string) => (await get('/one.html', { headers: { host } })).status;
      for (const host of [`localhost:${server.port}`, `127.0.0.1:${server.port}`, `LOCALHOST:${server.port}`])
        assert.equal(await asHost(host), 200, host);
      const wrong = [
        'evil.example',
        `evil.example:${server.port}`,
        'localhost',
        `localhost:${server.port + 1}`,
        `localhost.evil.example:${server.port}`,
      ];
      for (const host of wrong) assert.equal(await asHost(host), 403, host);
      assert.equal((await get('/__preview/findings?page=/', { headers: { host: 'evil.example' } })).status, 403);
    });

    it('connections from elsewhere: it listens on this machine alone', async () => {
      assert.equal(server.address, `http://127.0.0.1:${server.port}/`);
      const socket = connect(server.port, '127.0.0.2');
      const outcome = await new Promise<string>((resolve) =>
        socket.once('connect', () => resolve('let in')).once('error', () => resolve('refused')),
      );
      socket.destroy();
      assert.equal(outcome, 'refused');
    });
  });

  describe('follows changes:', () => {
    it('a page that has changed is told to reload, and others are not', async () => {
      await get('/one.html');
      const one = await listen('/one.html');
      const two = await listen('/two.html');
      const home = await listen('/');
      write('one.md', page('One', 'Changed for the better.'));
      await until('the first page is told', () => one.events.length > 0 && two.events.length > 0 && home.events.length > 0);
      assert.deepEqual([one.events, two.events, home.events], [['reload'], ['findings'], ['findings']]);
      assert.match((await get('/one.html')).text, /Changed for the better/);
      write('one.md', page('Uno', 'Changed for the better.'));
      await until('the home page is told', () => home.events.includes('reload'));
      assert.ok(!two.events.includes('reload'));
    });

    it('documents come and go, and the guidance gets another title', async () => {
      write('three/new.md', page('Three', 'The third.'));
      await showsInstead('/three/new.html', /The third/);
      await showsInstead('/', /<li>Three<\/li>/);
      await showsInstead('/search/start.js', /three\/new\.html/);
      rmSync(join(root, 'three'), { recursive: true });
      await until('it is gone', async () => (await get('/three/new.html')).status === 404);
      write('guidance.yml', 'title: Another title\n');
      await showsInstead('/one.html', /One – Another title/);
    });

    it('only what is said to the rest of the site makes the site be planned anew', async () => {
      await get('/one.html');
      const before = planned;
      write('one.md', page('One', 'More text, on the\n\nsame lines of thought.'));
      await showsInstead('/one.html', /lines of thought/);
      await showsInstead('/search/start.js', /one\.html/);
      assert.equal(planned, before);
      write('one.md', page('One', '## A heading\n\nMore.'));
      await until('it is planned anew', async () => (await get('/one.html')).status === 200 && planned > before);
    });

    it('a new day, and a commit, make the site be planned anew, and a page that is another by it is told', async () => {
      assert.match((await get('/dated.html')).text, /2026-09-01, nothing committed/);
      const { events } = await listen('/dated.html');
      today = '2026-09-02';
      assert.match((await get('/dated.html')).text, /2026-09-02, nothing committed/);
      for (const args of [
        ['init', '-q'],
        ['add', '.'],
        [...COMMITTER, 'commit', '-m', 'Begin'],
      ])
        execFileSync('git', args, { cwd: root });
      await showsInstead('/dated.html', /2026-09-02, last: Begin/);
      await until('the page is told', () => events.includes('reload'));
      execFileSync('git', [...COMMITTER, 'commit', '--allow-empty', '-m', 'Nothing'], { cwd: root });
      execFileSync('git', [...COMMITTER, 'commit', '--amend', '--allow-empty', '-m', 'Nothing'], { cwd: root });
      write('one.md', page('One', 'New.'));
      execFileSync('git', [...COMMITTER, 'commit', '-a', '-m', 'Go on'], { cwd: root });
      await showsInstead('/dated.html', /last: Go on/);
    });

    it('a page that changed before its browser began to listen is told at once', async () => {
      await get('/one.html');
      write('one.md', page('One', 'Changed at once.'));
      write('other.md', page('Other', 'x'));
      await showsInstead('/other.html', /Other/);
      const { events } = await listen('/one.html');
      await until('it is told', () => events.includes('reload'));
    });
  });

  describe('shows findings:', () => {
    const findings = async (shown: string) =>
      JSON.parse((await get(`/__preview/findings?page=${encodeURIComponent(shown)}`)).text) as {
        findings: PreviewFinding[];
        total: number;
      };

    it('those of the document of a page, and how many there are in all', async () => {
      write('one.md', page('One', 'See [nothing](nowhere.md).'));
      await until('it is found', async () => (await findings('/one.html')).findings.length > 0);
      const { findings: found, total } = await findings('/one.html');
      const link = found.find(({ ruleId }) => ruleId === 'link-target');
      assert.deepEqual(
        { ...link, message: '' },
        { severity: 'error', message: '', path: 'one.md', line: 9, column: 15, ruleId: 'link-target' },
      );
      assert.ok(found.every(({ path }) => path === 'one.md'));
      assert.ok(total >= found.length);
    });

    it('those of the data files on a page that is no document’s', async () => {
      const { findings: found } = await findings('/');
      assert.ok(found.every(({ path }) => path.endsWith('.yml')));
    });
  });

  describe('says of a document that', () => {
    for (const [what, remove] of [
      ['was deleted', () => rmSync(join(root, 'one.md'))],
      ['was renamed', () => renameSync(join(root, 'one.md'), join(root, 'uno.md'))],
    ] as const) {
      it(`${what} that it is gone, until it is back`, async () => {
        await get('/one.html');
        const { events } = await listen('/one.html');
        remove();
        await until('its page is told', () => events.includes('reload'));
        const { status, text } = await get('/one.html');
        assert.equal(status, 404);
        assert.match(text, /This page is no longer there.*“one\.md” has been deleted, or has another name now\..*<a href="\/">/s);
        write('one.md', page('One', 'Back again.'));
        await showsInstead('/one.html', /Back again/);
        assert.match((await get('/nowhere.html')).text, /Nothing here\./);
      });
    }
  });

  describe('survives', () => {
    it('front matter that is broken: the page says so, until it is mended', async () => {
      write('one.md', '---\ntitle: [\n---\n\nStill text.\n');
      await showsInstead('/one.html', /<div class="notice preview-notice" role="alert">\s*<p>The front matter of “one\.md” has an error/);
      assert.match((await get('/one.html')).text, /Still text/);
      write('one.md', page('One', 'Mended.'));
      await until('it is well again', async () => !/role="alert"/.test((await get('/one.html')).text));
    });

    it('a file that is no text', async () => {
      write('two.md', new Uint8Array([0, 1, 2, 3]));
      await showsInstead('/two.html', /“two\.md” cannot be read as text/);
      assert.equal((await get('/one.html')).status, 200);
    });

    it('a page that cannot be made', async () => {
      write('one.md', page('One', 'CRASH'));
      await showsInstead('/one.html', /This page cannot be shown.*__preview\/preview\.js/s);
      assert.equal((await get('/one.html')).status, 500);
      assert.equal((await get('/two.html')).status, 200);
      write('one.md', page('One', 'Mended.'));
      await showsInstead('/one.html', /Mended/);
    });

    it('a manifest that is broken: the site stays as it was, and says so', async () => {
      assert.equal((await get('/one.html')).status, 200);
      const manifest = textNow('guidance.yml');
      write('guidance.yml', 'title: [');
      await showsInstead('/one.html', /role="alert">\s*<p>guidance\.yml has an error in it, so this is the site as it was before\./);
      write('guidance.yml', manifest);
      await until('it is well again', async () => !/role="alert"/.test((await get('/one.html')).text));
    });

    it('a plan that cannot be made', async () => {
      assert.equal((await get('/one.html')).status, 200);
      write('bad.md', page('UNPLANNABLE', 'x'));
      await showsInstead('/one.html', /role="alert">\s*<p>The site could not be made anew.*no plan for this/);
      rmSync(join(root, 'bad.md'));
      await until('it is well again', async () => !/role="alert"/.test((await get('/one.html')).text));
    });

    it('a start with a manifest that is broken', async () => {
      await server.close();
      const manifest = textNow('guidance.yml');
      write('guidance.yml', 'title: [');
      await start();
      const { status, text } = await get('/');
      assert.equal(status, 500);
      assert.match(text, /guidance\.yml has an error in it\. Mend it/);
      assert.match(text, /<li>Line 1: The value of “title” opens with “\[”/);
      assert.match(text, /<link rel="stylesheet" href="\/assets\/site\.0\.css">.*<div class="width">/s);
      write('guidance.yml', manifest);
      await showsInstead('/', /<li>One<\/li>/);
    });
  });

  it('stops with every stream that is open, and leaves nothing behind', async () => {
    const before = readdirSync(root).sort();
    const { ended } = await listen('/one.html');
    await server.close();
    await ended;
    await assert.rejects(get('/one.html'));
    assert.deepEqual(readdirSync(root).sort(), before);
    await start();
  });

  it('says so where the port is taken', async () => {
    const session = await PreviewSession.open(root, { rules, cache: false, drafts: true, maker: stubMaker, assets: () => ASSETS });
    await assert.rejects(
      PreviewServer.start(session, { root, script: '', port: server.port }),
      /The port \d+ is taken.*leave out “--port”/,
    );
  });

  it('takes the next port that is free where none is named', async () => {
    const session = await PreviewSession.open(root, { rules, cache: false, drafts: true, maker: stubMaker, assets: () => ASSETS });
    const first = await PreviewServer.start(session, { root, script: '' });
    try {
      const second = await PreviewServer.start(session, { root, script: '' });
      const { port } = second;
      await second.close();
      assert.ok(port > first.port, `${port} after ${first.port}`);
    } finally {
      await first.close();
    }
  });
});
