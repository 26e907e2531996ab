/**
 * What the action of `action.yml` does, once the toolkit is built: it lints the guidance, says in the job's summary what a
 * pull request changes, and keeps one comment on the pull request up to date where it may write one.
 *
 * What users give comes by the environment and goes on as arguments: no shell ever sees it.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeComment } from './comment.mjs';

const COMMAND = join(dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');

/** The graver of two exit codes. */
const graver = (a, b) => Math.max(a, b);

process.exitCode = await review(process.env);

/**
 * @param {NodeJS.ProcessEnv} env what the runner and `action.yml` give
 * @returns {Promise<number>} the exit code: 1 for what was found, 2 where something failed
 */
async function review(env) {
  const path = env.INPUT_PATH || 'guidance';
  const out = join(env.RUNNER_TEMP || '.', 'dmap');
  mkdirSync(out, { recursive: true });
  const pull = pullRequestIn(env);
  // The newest part of the history does not tell where a branch began.
  if (pull && isShallow()) git(['fetch', '--quiet', '--unshallow', '--no-tags', 'origin']);
  const linted = lint(path, pull, out, env);
  if (!pull) return linted;
  const diffed = diff(path, pull, out, env);
  if (existsSync(join(out, 'diff.md'))) await comment(pull, out, env);
  return graver(linted, diffed);
}

/** The pull request that the workflow runs for; undefined where it runs for something else. */
function pullRequestIn({ GITHUB_EVENT_PATH: file }) {
  const event = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return event.pull_request;
}

function lint(path, pull, out, env) {
  const sarif = join(out, 'lint.sarif');
  tell(env, 'sarif', sarif);
  return dmap([
    'lint',
    path,
    ...['pretty', 'github', `sarif:${sarif}`].flatMap((format) => ['--format', format]),
    ...(pull && env.INPUT_FINDINGS !== 'all' ? ['--changed-since', pull.base.sha] : []),
    ...(env.INPUT_MAX_WARNINGS ? ['--max-warnings', env.INPUT_MAX_WARNINGS] : []),
  ]);
}

function diff(path, pull, out, env) {
  const [markdown, json, maps] = ['diff.md', 'diff.json', 'maps'].map((name) => join(out, name));
  const address = env.INPUT_MAPS_ADDRESS;
  const asked = ['diff', pull.base.sha, 'HEAD', path];
  // Without an address at which they can be seen, pictures have no place in a comment.
  if (!address) dmap([...asked, '--format', `json:${json}`, '--maps', maps]);
  const code = dmap([
    ...asked,
    ...['pretty', `markdown:${markdown}`, `json:${json}`].flatMap((format) => ['--format', format]),
    ...(address ? ['--maps', maps, '--maps-address', address] : []),
    ...(env.INPUT_FAIL_ON ? ['--fail-on', env.INPUT_FAIL_ON] : []),
  ]);
  if (!existsSync(json)) return code;
  tell(env, 'diff', json);
  tell(env, 'maps', maps);
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `\n${readFileSync(markdown, 'utf8')}`);
  return code;
}

/** A comment that cannot be written is no reason to fail: the summary says the same. */
async function comment(pull, out, env) {
  if (env.INPUT_COMMENT !== 'true' || !env.INPUT_TOKEN) return;
  const { changes } = JSON.parse(readFileSync(join(out, 'diff.json'), 'utf8'));
  try {
    await writeComment(
      {
        api: env.GITHUB_API_URL || 'https://api.github.com',
        repository: env.GITHUB_REPOSITORY,
        token: env.INPUT_TOKEN,
        number: pull.number,
      },
      { body: readFileSync(join(out, 'diff.md'), 'utf8'), worthANewOne: changes.length > 0 },
    );
  } catch (error) {
    const fork = pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
    const why = fork ? 'pull requests from forks may not write' : 'give the job “permissions: pull-requests: write”';
    console.log(`The comment was not written (${error.message}): ${why}. The job's summary says the same.`);
  }
}

function dmap(args) {
  const { status, error } = spawnSync(process.execPath, [COMMAND, ...args], { stdio: 'inherit' });
  if (error) throw error;
  return status ?? 2;
}

function isShallow() {
  return git(['rev-parse', '--is-shallow-repository']).trim() === 'true';
}

function git(args) {
  return String(spawnSync('git', args, { encoding: 'utf8' }).stdout ?? '');
}

/** Tells the runner an output of the step. */
function tell({ GITHUB_OUTPUT: file }, name, value) {
  if (file) appendFileSync(file, `${name}=${value}\n`);
}
