/** The export of a site: alone, against Hugo, and what its readers load and wait for. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, type Figure, measure, measureInTurn } from './measure.js';
import { cache, cli, folder, ROUNDS, root, workspace } from './places.js';
import { report, reportGrowth } from './report.js';
import { firstLoads } from './site/first-load.js';
import { hugo, hugoPages, hugoVersion, pagefind } from './site/hugo-peer.js';
import { rebuildOfOne } from './site/rebuild.js';
import { searchAnswer } from './site/search-answer.js';

const out = (name: string) => join(folder, 'sites', name);
const environment = { XDG_CACHE_HOME: cache };
const forget = () => rmSync(cache, { recursive: true, force: true });

/** An export into a new folder, of documents that were never read before. */
function cold(size: number): Command {
  const site = out(String(size));
  return {
    name: `export of ${size}`,
    program: process.execPath,
    args: [cli, 'export', site, workspace(size)],
    env: environment,
    mustSucceed: true,
    before: () => {
      forget();
      rmSync(site, { recursive: true, force: true });
    },
  };
}

/** Measures everything that the export promises. */
export async function benchExport(): Promise<void> {
  const sizes = [1000, 10_000];
  reportGrowth(
    'export, nothing known before',
    sizes,
    await measureInTurn(
      sizes.map((size) => cold(size)),
      ROUNDS,
    ),
  );
  await againstHugo(10_000);
  await rebuild(10_000);
  await loads();
  await answers(10_000);
}

async function againstHugo(size: number): Promise<void> {
  const version = hugoVersion();
  if (version === undefined) {
    console.log('Hugo is not installed (on Debian: apt-get install hugo), so the export is measured against nothing.\n');
    return;
  }
  const [ours, theirs, index] = await measureInTurn([cold(size), hugo(size), pagefind(size)], ROUNDS);
  const pages = hugoPages(size).toLocaleString('en-GB');
  // An export always makes its search, so the first ratio is to its disadvantage.
  report(
    `export of ${size} documents, search included, against Hugo ${version} alone (${pages} pages)`,
    ours,
    theirs,
    '5 × faster, at most 300 MiB',
  );
  report('the same, against Hugo and Pagefind', ours, both(theirs, index), '4 × faster');
}

/** One after the other: their times together, the larger memory of the two. */
function both(first: Figure | undefined, second: Figure | undefined): Figure | undefined {
  if (!first || !second) return undefined;
  return { seconds: first.seconds + second.seconds, megabytes: Math.max(first.megabytes ?? 0, second.megabytes ?? 0) };
}

async function rebuild(size: number): Promise<void> {
  const whole = await measure(cold(size));
  const one = await rebuildOfOne(workspace(size), 'part-50/page-5050.md', environment, ROUNDS);
  console.log(`one changed document among ${size}, from saving it to its new page in the preview`);
  console.log(`  ${one.toFixed(3)} s, a ${Math.round(whole.seconds / one)}th of an export; to reach: less than a fiftieth\n`);
}

async function loads(): Promise<void> {
  const site = out('guidance');
  rmSync(site, { recursive: true, force: true });
  await measure({
    name: 'export of guidance',
    program: process.execPath,
    args: [cli, 'export', site, join(root, 'guidance')],
    env: environment,
  });
  if (!existsSync(site)) throw new Error('The guidance could not be exported.');
  const all = firstLoads(site);
  console.log('first load of a page, compressed, font included; to reach: less than 60 kB');
  for (const load of all.filter(({ page }, place) => place < 3 || page === 'index.html')) {
    const parts = Object.entries(load.parts).map(([name, size]) => `${name} ${kilobytes(size)}`);
    console.log(`  ${load.page.padEnd(36)} ${kilobytes(load.total)} kB (${parts.join(', ')})`);
  }
  const home = await searchAnswer(site, 'feeback', ROUNDS);
  console.log(`  the guidance’s search answers in ${home.milliseconds.toFixed(0)} ms after ${kilobytes(home.bytes)} kB\n`);
}

async function answers(size: number): Promise<void> {
  console.log(`search in ${size} documents from file://, from opening its page to the first answer`);
  for (const question of ['reflection', 'reflectoin meeting', 'page 5050']) {
    const { milliseconds, bytes, files } = await searchAnswer(out(String(size)), question, ROUNDS);
    console.log(`  ${question.padEnd(20)} ${milliseconds.toFixed(0).padStart(5)} ms  ${kilobytes(bytes)} kB in ${files} files`);
  }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
