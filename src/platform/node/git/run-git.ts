import { spawn } from 'node:child_process';
import { UsageError } from '../usage-error.js';
import { gitEnvironment } from './environment.js';

/** What a run of git did. */
export interface GitRun {
  /** Its exit code; 0 where all went well. */
  readonly code: number;
  readonly out: Buffer;
  /** What it said beside its output; its own words, in whatever language it speaks. */
  readonly err: string;
}

/** Settings of a repository or a user that would change the output, run something or use a network. */
const PLAIN = ['--no-pager', ...['core.fsmonitor=false', 'core.quotePath=false', 'diff.renameLimit=2000'].flatMap((one) => ['-c', one])];

/**
 * Runs git in a folder, without a shell. What comes from a user has to stand behind `--end-of-options` or `--`.
 * @param input what git reads from its standard input
 * @throws UsageError where there is no git on this machine
 */
export function runGit(folder: string, args: readonly string[], input?: string): Promise<GitRun> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', [...PLAIN, '-C', folder, ...args], {
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      env: gitEnvironment(),
      windowsHide: true,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    git.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? new UsageError(NO_GIT) : error));
    git.on('close', (code) => resolve({ code: code ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString('utf8') }));
    git.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    git.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    // git may end before it has read everything: its exit code says so.
    git.stdin?.on('error', () => undefined).end(input);
  });
}

const NO_GIT = 'The program “git” was not found on this machine, and this needs it. Install it (https://git-scm.com), then try again.';
