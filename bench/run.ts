/**
 * `npm run bench`: how fast the linter, the exports, the import and the language server are, as ratios within one run. Never part of the tests.
 *
 * Options: `--quick` runs everything once, and remark-cli on 1,000 documents in place of 10,000, which takes minutes; `npm run bench lint`,
 * `npm run bench export`, `npm run bench exchange`, `npm run bench review` and `npm run bench server` run one part, the last with `--alone` without the servers
 * that it is compared with.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchExchange } from './exchange.js';
import { benchExport } from './export.js';
import { type Command, measure, measureInTurn } from './measure.js';
import { configureRemark, installPeers } from './peers.js';
import { cache, cli, folder, quick, ROUNDS, root, workspace } from './places.js';
import { report, reportGrowth } from './report.js';
import { benchReview } from './review.js';
import { benchServer } from './server.js';

const parts = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** The schema that remark is given: what ours asks of a page, without the annotations. */
const SCHEMA = {
  type: 'object',
  required: ['title', 'type', 'status'],
  properties: {
    title: { type: 'string', minLength: 1 },
    status: { enum: ['draft', 'in-review', 'published', 'withdrawn'] },
    audiences: { type: 'array', items: { type: 'string' } },
    supports: { type: 'array', items: { type: 'object', required: ['criterion', 'because', 'basis'] } },
  },
};

const node = process.execPath;
if (!existsSync(cli)) throw new Error('Build first: npm run build');

const lint = (size: number, name: string, before?: () => void): Command => ({
  name,
  program: node,
  args: [cli, 'lint', workspace(size), '--format', 'json'],
  env: { XDG_CACHE_HOME: cache },
  ...(before ? { before } : {}),
});
const forget = () => rmSync(cache, { recursive: true, force: true });
const cold = (size: number) => lint(size, `cold lint of ${size}`, forget);
const warm = (size: number) => lint(size, `warm lint of ${size}`);

console.log(`${process.platform} ${process.arch}, Node ${process.version}; medians of ${ROUNDS} runs in turn\n`);
if (wanted('lint')) {
  const peers = join(folder, 'peers');
  const bin = installPeers(peers);
  await coldAgainstRumdl(bin);
  await coldAgainstRemark(bin, configureRemark(peers, SCHEMA), quick ? 1000 : 10_000);
  await warmAgainstReading();
  await fewAgainstNothing();
  await growth();
}
if (wanted('export')) await benchExport();
if (wanted('exchange')) await benchExchange();
if (wanted('review')) await benchReview();
if (wanted('server')) await benchServer();

/** Whether a part was asked for; without a word, all are. */
function wanted(part: string): boolean {
  return parts.length === 0 || parts.includes(part);
}

async function coldAgainstRumdl(bin: string): Promise<void> {
  const rumdl: Command = {
    name: 'rumdl, links only',
    program: join(bin, 'rumdl'),
    args: ['check', '--no-cache', '--enable', 'MD051,MD057', '.'],
    cwd: workspace(10_000),
  };
  const [ours, theirs] = await measureInTurn([cold(10_000), rumdl], ROUNDS);
  report('cold lint, 10,000 documents, against rumdl checking links alone', ours, theirs, 'at least 1.5 × faster');
}

async function coldAgainstRemark(bin: string, config: string, size: number): Promise<void> {
  const remark: Command = {
    name: 'remark-cli',
    program: node,
    args: ['--max-old-space-size=16000', join(bin, 'remark'), '--quiet', '--rc-path', config, '.'],
    cwd: workspace(size),
  };
  const [ours] = await measureInTurn([cold(size)], ROUNDS);
  report(
    `cold lint, ${size} documents, against remark-cli with the same checks`,
    ours,
    await measure(remark),
    'at 10,000: 100 × faster, a tenth of its memory',
  );
}

async function warmAgainstReading(): Promise<void> {
  const reading: Command = { name: 'read', program: node, args: [join(root, 'bench/read-bytes.mjs'), workspace(10_000)] };
  await measure(cold(10_000));
  const [ours, theirs] = await measureInTurn([warm(10_000), reading], ROUNDS);
  report('warm lint, 10,000 documents unchanged, against reading their bytes in bare Node', ours, theirs, 'its time × 2 or less');
}

async function fewAgainstNothing(): Promise<void> {
  const nothing: Command = { name: 'node', program: node, args: ['-e', '0'] };
  const [coldly, warmly, theirs] = await measureInTurn([cold(21), warm(21), nothing], ROUNDS * 3);
  report('cold lint of 21 documents, against starting Node with nothing to do', coldly, theirs, 'its time × 3 or less');
  report('warm lint of 21 documents, against the same', warmly, theirs, 'its time × 3 or less');
}

async function growth(): Promise<void> {
  const sizes = [100, 1000, 10_000];
  reportGrowth('growth of a cold lint', sizes, await measureInTurn(sizes.map(cold), ROUNDS));
}
