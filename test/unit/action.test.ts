import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildOnce, environment, PROJECT } from '../support/cli.js';
import { NEIGHBOURS } from '../support/neighbours.js';
import { Repository, removeRepositories } from '../support/repository.js';

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { steps: { shell: string; run: string; env?: Record<string, string> }[] };
}

interface Comment {
  id: number;
  body: string;
  user: { type: string };
}

/** A stand-in for the part of GitHub that keeps comments. */
class Comments {
  readonly all: Comment[] = [];
  /** What it answers instead, where it lets nobody in. */
  refuses: number | undefined;
  readonly asked: string[] = [];
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer(async (request, response) => {
      this.asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { body = '' } = chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as { body: string });
      response.statusCode = this.refuses ?? 200;
      if (this.refuses === undefined && request.method === 'POST') this.all.push({ id: this.all.length + 1, body, user: { type: 'Bot' } });
      const changed = this.all.find(({ id }) => request.method === 'PATCH' && request.url?.endsWith(`/${id}`));
      if (this.refuses === undefined && changed) changed.body = body;
      response.end(JSON.stringify(request.method === 'GET' ? this.all : {}));
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server?.close();
  }
}

describe('the action for pull requests', function () {
  this.timeout(60_000);
  let comments: Comments;
  let api: string;
  let repository: Repository;
  before(buildOnce);
  after(removeRepositories);
  beforeEach(async () => {
    comments = new Comments();
    api = await comments.start();
    repository = Repository.withGuidance(NEIGHBOURS);
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.edit('guidance/street/listening.md', 'What to consider: listening.', '').commit('Empty a section');
    repository.write({ 'guidance/old.md': `${repository.read('guidance/old.md')}\nSee [it](gone.md).\n` }).commit('Break a link');
  });
  afterEach(() => comments.stop());

  /** Runs the action as the runner does, for a pull request of `change` to `main`, or for a push. */
  async function run(inputs: Record<string, string> = {}, { event = 'pull', fork = false } = {}) {
    const temporary = repository.at('../runner');
    mkdirSync(temporary, { recursive: true });
    const files = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_PATH'].map((name) => [name, join(temporary, name)]),
    );
    const pull = {
      number: 7,
      base: { sha: repository.git('rev-parse', 'main'), repo: { full_name: 'ours/guidance' } },
      head: { repo: { full_name: fork ? 'theirs/guidance' : 'ours/guidance' } },
    };
    for (const file of Object.values(files)) writeFileSync(file, '');
    writeFileSync(files['GITHUB_EVENT_PATH'] ?? '', JSON.stringify(event === 'pull' ? { pull_request: pull } : {}));
    const env = environment(repository.folder, {
      ...files,
      RUNNER_TEMP: temporary,
      GITHUB_WORKSPACE: repository.folder,
      GITHUB_REPOSITORY: 'ours/guidance',
      GITHUB_API_URL: api,
      INPUT_COMMENT: 'true',
      INPUT_TOKEN: 'secret',
      ...inputs,
    });
    const script = join(PROJECT, 'scripts/action/review.mjs');
    const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
      const child = execFile(process.execPath, [script], { cwd: repository.folder, env }, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, out: stdout + stderr });
      });
    });
    const read = (name: string) => readFileSync(files[name] ?? '', 'utf8');
    const outputs = Object.fromEntries(
      read('GITHUB_OUTPUT')
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [line.split('=') as [string, string]])),
    );
    return { code, out, outputs, summary: read('GITHUB_STEP_SUMMARY') };
  }

  it('shows what the pull request causes, and says in the summary and a comment what it changes', async () => {
    const { code, out, outputs, summary } = await run();
    assert.equal(code, 1);
    assert.match(out, /^::error title=link-target,file=guidance\/old\.md,/m);
    assert.doesNotMatch(out, /owner-named/, 'what was there before is not told');
    assert.match(summary, /^## Guidance check\n[\s\S]*\n## What this change means for the guidance\n/);
    assert.equal(comments.all.length, 1);
    assert.match(comments.all[0]?.body ?? '', /Criterion 1, Listening to neighbours: covered → partly covered\./);
    assert.match(readFileSync(outputs['maps'] ? join(outputs['maps'], 'map-street-after.svg') : '', 'utf8'), /^<svg/);
    assert.equal((JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8')) as { version: string }).version, '2.1.0');
    assert.equal((JSON.parse(readFileSync(outputs['diff'] ?? '', 'utf8')) as { changes: object[] }).changes.length > 0, true);
    assert.doesNotMatch(out + summary + JSON.stringify(outputs), /secret/);
  });

  it('keeps to one comment, and changes no comment of anybody else', async () => {
    comments.all.push({ id: 1, body: '<!-- dmap diff guidance -->\nMine', user: { type: 'User' } });
    await run();
    repository
      .edit('guidance/street/listening.md', '## What to consider\n', '## What to consider\n\nThe time of day.\n')
      .commit('Fill it again');
    await run();
    assert.equal(comments.all.length, 2);
    assert.equal(comments.all[0]?.body, '<!-- dmap diff guidance -->\nMine');
    assert.doesNotMatch(comments.all[1]?.body ?? '', /partly covered/);
  });

  it('writes no comment where nothing has changed, or none is wanted', async () => {
    repository.git('checkout', '--quiet', '-B', 'change', 'main');
    repository.write({ 'README.md': 'Text.\n' }).commit('Something else');
    assert.equal((await run()).code, 0);
    await run({ INPUT_COMMENT: 'false' });
    assert.deepEqual(comments.all, []);
  });

  it('says in the log that a fork may not write, and fails for nothing but the guidance', async () => {
    comments.refuses = 403;
    const { code, out, summary } = await run({}, { fork: true });
    assert.equal(code, 1);
    assert.match(
      out,
      /The comment was not written \(GitHub answered 403\): pull requests from forks may not write\. The job's summary says the same\./,
    );
    assert.match(summary, /What this change means/);
    assert.match((await run()).out, /permissions: pull-requests: write/);
  });

  it('fails for what may not be done', async () => {
    repository.edit('guidance/old.md', 'See [it](gone.md).', '').commit('Mend the link');
    assert.equal((await run()).code, 0);
    const { code, out } = await run({ INPUT_FAIL_ON: 'coverage-lost' });
    assert.equal(code, 1);
    assert.match(out, /--fail-on does not allow what this change does: coverage-lost\./);
  });

  it('checks everything, and compares nothing, where it is no pull request', async () => {
    const { code, out, outputs } = await run({}, { event: 'push' });
    assert.equal(code, 1);
    assert.match(out, /owner-named/);
    assert.deepEqual(Object.keys(outputs), ['sarif']);
    assert.deepEqual(comments.asked, []);
  });

  it('gets the rest of a shallow clone', async () => {
    const whole = repository;
    repository = whole.clone('--depth', '1', '--branch', 'change');
    writeFileSync(repository.at('.git/refs/heads/main'), `${whole.git('rev-parse', 'main')}\n`);
    const { out } = await run();
    assert.match(out, /covered → partly covered/);
  });

  it('takes what users give as arguments, and never as a script', async () => {
    const { runs, inputs } = parse(readFileSync(join(PROJECT, 'action.yml'), 'utf8')) as Action;
    for (const { run: script, shell } of runs.steps) {
      assert.doesNotMatch(script, /\$\{\{/);
      assert.equal(shell, 'bash');
    }
    const given = runs.steps
      .flatMap(({ env = {} }) => Object.values(env))
      .map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]);
    assert.deepEqual(given, Object.keys(inputs));
    const { code, out } = await run({ INPUT_PATH: 'guidance; touch hacked', INPUT_FAIL_ON: '$(touch hacked)' });
    assert.equal(code, 2);
    assert.match(out, /There is no file or folder “guidance; touch hacked”/);
    assert.equal(repository.git('status', '--porcelain'), '');
  });
});
