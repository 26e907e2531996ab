/**
 * `npm run bench`: how fast the linter is, as ratios within one run. Never part of the tests.
 *
 * Options: `--quick` leaves out remark-cli on 10,000 documents, which takes minutes.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateWorkspace } from './generate-workspace.js';
import { type Command, type Figure, measure, measureInTurn } from './measure.js';
import { installPeers } from './peers.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, '.cache/bench');
const cache = join(folder, 'cache');
const quick = process.argv.includes('--quick');
const ROUNDS = 5;

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
const cli = join(root, 'dist/cli.js');
if (!existsSync(cli)) throw new Error('Build first: npm run build');
const peers = installPeers(join(folder, 'peers'), SCHEMA);

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
await coldAgainstRumdl();
await coldAgainstRemark(quick ? 1000 : 10_000);
await warmAgainstReading();
await fewAgainstNothing();
await growth();

async function coldAgainstRumdl(): Promise<void> {
  const rumdl: Command = {
    name: 'rumdl, links only',
    program: join(peers.bin, 'rumdl'),
    args: ['check', '--no-cache', '--enable', 'MD051,MD057', '.'],
    cwd: workspace(10_000),
  };
  const [ours, theirs] = await measureInTurn([cold(10_000), rumdl], ROUNDS);
  report('cold lint, 10,000 documents, against rumdl checking links alone', ours, theirs, 'at least 1.5 × faster');
}

async function coldAgainstRemark(size: number): Promise<void> {
  const remark: Command = {
    name: 'remark-cli',
    program: node,
    args: ['--max-old-space-size=16000', join(peers.bin, 'remark'), '--quiet', '--rc-path', peers.remarkConfig, '.'],
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
  const [hundred, thousand, tenThousand] = await measureInTurn([cold(100), cold(1000), cold(10_000)], ROUNDS);
  console.log('growth of a cold lint');
  for (const [size, figure] of [
    [100, hundred],
    [1000, thousand],
    [10_000, tenThousand],
  ] as const)
    console.log(`  ${String(size).padStart(6)} documents  ${shown(figure)}`);
  if (thousand && tenThousand)
    console.log(
      `  1,000 → 10,000: time × ${(tenThousand.seconds / thousand.seconds).toFixed(1)}, memory × ${ratio(tenThousand.megabytes, thousand.megabytes)} (linear is × 10 or less)\n`,
    );
}

function report(what: string, ours: Figure | undefined, theirs: Figure | undefined, goal: string): void {
  if (!ours || !theirs) return;
  console.log(what);
  console.log(`  ours    ${shown(ours)}`);
  console.log(`  theirs  ${shown(theirs)}`);
  const faster = theirs.seconds / ours.seconds;
  const time = faster >= 1 ? `${faster.toFixed(1)} × faster` : `${(1 / faster).toFixed(2)} × its time`;
  console.log(`  ratio   ${time}, memory × ${ratio(ours.megabytes, theirs.megabytes)}; to reach: ${goal}\n`);
}

function ratio(a: number | undefined, b: number | undefined): string {
  return a === undefined || b === undefined ? '?' : (a / b).toFixed(3);
}

function shown({ seconds, megabytes }: Figure = { seconds: Number.NaN, megabytes: undefined }): string {
  return `${seconds.toFixed(3).padStart(8)} s  ${megabytes === undefined ? '?' : megabytes.toFixed(0).padStart(5)} MB`;
}

/** The folder of a generated workspace, made on first use; made anew when the generator has changed. */
function workspace(size: number): string {
  const generator = readFileSync(join(root, 'bench/generate-workspace.ts'), 'utf8').length;
  const target = join(folder, `workspace-${size}-${generator}`);
  if (!existsSync(target)) {
    mkdirSync(target, { recursive: true });
    generateWorkspace(target, size, join(root, 'guidance'));
  }
  return target;
}
