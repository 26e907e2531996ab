/** The language server: how long an editor waits for it, beside servers that do some of the same. */
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Command, type Figure, measure } from './measure.js';
import { installPeers } from './peers.js';
import { cache, cli, folder, ROUNDS, workspace } from './places.js';
import type { Server } from './server/editor.js';
import { ours, peerServers } from './server/servers.js';
import { type Session, type Start, startOf, writingSession } from './server/session.js';
import { mostLinked } from './server/texts.js';

/** What is to be reached with 10,000 documents, in milliseconds: at the median, and for 95 of 100. */
const GOALS: Readonly<Record<string, string>> = {
  'keystroke, 9 KB': '≤ 2, ≤ 8',
  'keystroke in a heading, 9 KB': '≤ 2, ≤ 8',
  'keystroke, 340 KB': '≤ 15',
  'completion of a link': 'p95 ≤ 5',
  'completion of a wiki link': 'p95 ≤ 5',
  'completion of a source': 'p95 ≤ 5',
  'references to a heading': 'p95 ≤ 5',
  'references to a document': 'p95 ≤ 5',
  'references to a source': 'p95 ≤ 5',
  'references to a criterion': 'p95 ≤ 5',
  'heading → all referrers': '≤ 20',
};

const forget = () => rmSync(cache, { recursive: true, force: true });

/** Measures everything that the server promises. */
export async function benchServer(): Promise<void> {
  const peers = join(folder, 'peers');
  installPeers(peers);
  const servers = [ours, ...(process.argv.includes('--alone') ? [] : peerServers(peers))];
  for (const size of [100, 1000, 10_000]) {
    await starts(size, servers);
    await writing(size, servers);
  }
}

async function starts(size: number, servers: readonly Server[]): Promise<void> {
  const guidance = workspace(size);
  const lint: Command = {
    name: 'lint',
    program: process.execPath,
    args: [cli, 'lint', guidance, '--format', 'json'],
    env: { XDG_CACHE_HOME: cache },
    before: forget,
  };
  const lints: Figure[] = [];
  const took = new Map<string, Start[]>();
  const note = (name: string, start: Start) => took.set(name, [...(took.get(name) ?? []), start]);
  for (let round = 0; round < ROUNDS; round++) {
    lints.push(await measure(lint));
    note('dmap, warm', await startOf(ours, guidance));
    forget();
    note('dmap, cold', await startOf(ours, guidance));
    for (const server of servers) if (server !== ours) note(server.name, await startOf(server, guidance));
  }
  const base = medianOf(lints.map(({ seconds }) => seconds * 1000));
  const against = (times: readonly number[]) => `${shown(medianOf(times))} ms  ${(medianOf(times) / base).toFixed(2)} ×`;
  console.log(`${size} documents: start to first diagnostics (load ${load()}); to reach: cold 1 × dmap lint cold, warm 0.25 ×`);
  console.log(`  ${'dmap lint, cold'.padEnd(18)} ${shown(base)} ms`);
  console.log(`  ${''.padEnd(18)} of the open document     that need the others`);
  for (const [name, all] of took) {
    const [first, whole] = [against(all.map((start) => start.first)), against(all.map((start) => start.whole))];
    console.log(`  ${name.padEnd(18)} ${first.padEnd(24)} ${whole}`);
  }
  console.log();
}

async function writing(size: number, servers: readonly Server[]): Promise<void> {
  const guidance = workspace(size);
  const heading = mostLinked(guidance);
  const before = load();
  const sessions: [Server, Session][] = [];
  for (const server of servers) sessions.push([server, await writingSession(server, guidance, heading)]);
  console.log(`${size} documents: milliseconds that an editor waits, p50 and p95 (load ${before}, then ${load()})`);
  console.log(row('', ['dmap’s own time', ...servers.map(({ name }) => name), 'to reach']));
  for (const what of sessions[0]?.[1].times.keys() ?? []) {
    const own = pair(sessions[0]?.[1].times.get(what)?.worked);
    const figures = [own, ...sessions.map(([, { times }]) => pair(times.get(what)?.waited))];
    console.log(row(what, [...figures, GOALS[what] ?? '']));
  }
  const memory = sessions.map(([, session]) =>
    session.memory ? `${session.memory.now.toFixed(0)} (${session.memory.peak.toFixed(0)})` : '?',
  );
  console.log(row('MB resident (largest)', ['', ...memory, '≤ 350']));
  console.log(`  The heading is linked to by ${heading.referrers.length} documents, none of them open.\n`);
}

function row(what: string, cells: readonly string[]): string {
  return `  ${what.padEnd(30)}${cells.map((cell) => cell.padStart(17)).join('')}`;
}

function pair(times: readonly number[] | undefined): string {
  return times && times.length > 0 ? `${percentile(times, 0.5).toFixed(2)}  ${percentile(times, 0.95).toFixed(2)}` : '–';
}

function medianOf(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(0).padStart(7);
}

function load(): string {
  return (loadavg()[0] ?? Number.NaN).toFixed(1);
}
