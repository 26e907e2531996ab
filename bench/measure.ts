import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a command took. */
export interface Figure {
  /** Wall-clock seconds. */
  readonly seconds: number;
  /** The largest resident memory of one of its processes, in megabytes; undefined where it cannot be told. */
  readonly megabytes: number | undefined;
}

/** A command to measure. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run before each measured run, not measured itself. */
  readonly before?: () => void;
  /** Whether anything but success means that nothing was measured; linters end with 1 when they find something. */
  readonly mustSucceed?: boolean;
}

/**
 * Runs commands in turn (A B A B …), so that a machine whose speed drifts treats them alike.
 * @returns the median figure of each, in the order of the commands
 */
export async function measureInTurn(commands: readonly Command[], rounds: number): Promise<Figure[]> {
  const figures: Figure[][] = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) figures[index]?.push(await measure(command));
  }
  return figures.map(median);
}

/** Measures one run of a command. */
export async function measure(command: Command): Promise<Figure> {
  command.before?.();
  const report = join(tmpdir(), `dmap-bench-${process.pid}`);
  const timed =
    TIME === undefined ? [command.program, ...command.args] : [TIME, '-f', '%M', '-o', report, command.program, ...command.args];
  const [program = '', ...args] = timed;
  const start = process.hrtime.bigint();
  await new Promise<void>((resolve, reject) => {
    const env = { ...process.env, ...command.env };
    const child = spawn(program, args, { cwd: command.cwd, env, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (status) => {
      if (command.mustSucceed && status !== 0) reject(new Error(`${command.name} ended with ${status}.`));
      else resolve();
    });
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, megabytes: TIME === undefined ? undefined : memoryIn(report) };
}

/** GNU time, which knows the peak memory of what it runs. */
const TIME = process.platform === 'linux' && existsSync('/usr/bin/time') ? '/usr/bin/time' : undefined;

function memoryIn(report: string): number | undefined {
  const kilobytes = Number(readFileSync(report, 'utf8').trim().split('\n').pop());
  rmSync(report, { force: true });
  return Number.isNaN(kilobytes) ? undefined : kilobytes / 1024;
}

function median(figures: readonly Figure[]): Figure {
  const sorted = [...figures].sort((a, b) => a.seconds - b.seconds);
  return sorted[Math.floor(sorted.length / 2)] ?? { seconds: Number.NaN, megabytes: undefined };
}
