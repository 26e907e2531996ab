import { spawn } from 'node:child_process';
import type { CalendarDate } from '../../../core/schema/dates.js';
import type { HistoryFile } from '../../../site/plan/site-input.js';
import { gitEnvironment } from '../git/environment.js';

/** One commit; of its author nothing is read. */
export interface LoggedCommit {
  readonly hash: string;
  /** The first of everything: no commit comes before it, or none is there in a shallow clone. */
  readonly first: boolean;
  /** The day on which it was made, where whoever made it was. */
  readonly date: CalendarDate;
  readonly subject: string;
  readonly files: readonly HistoryFile[];
}

/** Settings of a repository or a user that would change the output, ask somebody, run something or use a network. */
const SETTINGS = [
  'log.showSignature=false',
  'log.showRoot=true',
  'log.follow=false',
  'i18n.logOutputEncoding=UTF-8',
  'core.fsmonitor=false',
  'diff.renameLimit=1000',
];
const PLAIN = ['--no-pager', ...SETTINGS.flatMap((setting) => ['-c', setting])];
const HEADER = '%x01%H%x02%P%x02%cI%x02%s';
const LOG = [
  'log',
  '-z',
  '--relative',
  '--name-status',
  '--no-merges',
  '--no-color',
  '--no-ext-diff',
  '--find-renames',
  // No order of files but that of their names; git knows this name for “none” on every platform.
  '-O/dev/null',
  `--format=${HEADER}`,
];

/** Runs git in a folder and hands on what it prints; gives whether it ended well. `take` says with `false` that it has enough. */
function runGit(folder: string, args: readonly string[], take: (chunk: string) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const git = spawn('git', [...PLAIN, '-C', folder, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: gitEnvironment(),
      windowsHide: true,
    });
    let enough = false;
    git.on('error', () => resolve(false));
    git.on('close', (code) => resolve(enough || code === 0));
    git.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (enough || take(chunk)) return;
      enough = true;
      git.kill();
    });
  });
}

/** Whether a folder is in a clone that lacks the older part of its history; undefined where it is in none. */
export async function isShallow(folder: string): Promise<boolean | undefined> {
  const told = await ask(folder, ['rev-parse', '--is-shallow-repository']);
  return told === undefined ? undefined : told === 'true';
}

/** The commit that the history of a folder ends with; undefined where there is none. */
export function headOf(folder: string): Promise<string | undefined> {
  return ask(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
}

/** What git answers to a short question; undefined where it has no answer. */
async function ask(folder: string, question: readonly string[]): Promise<string | undefined> {
  let out = '';
  const ended = await runGit(folder, question, (chunk) => {
    out += chunk;
    return true;
  });
  return ended ? out.trim() : undefined;
}

/**
 * Reads the commits that concern a folder, newest first.
 * @param take is given each of them and says with `false` that it has enough
 * @returns whether there was a log
 */
export function readLog(folder: string, take: (commit: LoggedCommit) => boolean): Promise<boolean> {
  const reader = new LogReader(take);
  return runGit(folder, [...LOG, '--', '.'], (chunk) => reader.read(chunk)).then((ended) => {
    reader.end();
    return ended;
  });
}

/** Puts commits together from the stretches between the NULs of a log. */
class LogReader {
  private rest = '';
  private fields: string[] = [];
  private wanted = true;

  constructor(private readonly take: (commit: LoggedCommit) => boolean) {}

  /** @returns whether more is wanted */
  read(chunk: string): boolean {
    const parts = (this.rest + chunk).split('\0');
    this.rest = parts.pop() ?? '';
    for (const part of parts) {
      // A header can only stand where a status could, and none of those begins so.
      if (part.startsWith('\x01') && !this.isPathNext()) this.end();
      this.fields.push(part);
    }
    return this.wanted;
  }

  /** Hands on the commit whose fields are complete. */
  end(): void {
    const commit = commitOf(this.fields);
    this.fields = [];
    if (commit && this.wanted) this.wanted = this.take(commit);
  }

  /** Whether what comes next is the path of a file, which may begin with anything. */
  private isPathNext(): boolean {
    let index = 1;
    while (index < this.fields.length) index += pathsAfter(this.fields[index]) + 1;
    return this.fields.length > 0 && index > this.fields.length;
  }
}

/** How many paths follow a status: a rename and a copy have two. */
function pathsAfter(status = ''): 1 | 2 {
  return /^\n?[RC]/.test(status) ? 2 : 1;
}

function commitOf([header = '', ...fields]: readonly string[]): LoggedCommit | undefined {
  const [hash = '', parents = '', date = '', subject = ''] = header.slice(1).split('\x02');
  if (!header.startsWith('\x01') || hash === '') return undefined;
  const files: HistoryFile[] = [];
  for (let index = 0; index < fields.length; index += pathsAfter(fields[index]) + 1) {
    const file = historyFile(fields[index], fields[index + 1], fields[index + 2]);
    if (file) files.push(file);
  }
  return { hash, first: parents === '', date: date.slice(0, 'YYYY-MM-DD'.length), subject, files };
}

function historyFile(status = '', one = '', two = ''): HistoryFile | undefined {
  const letter = status.trim().charAt(0);
  if (letter === 'R') return { path: two, change: 'renamed', from: one };
  if (letter === 'C') return { path: two, change: 'added' };
  const change = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : letter === 'M' || letter === 'T' ? 'changed' : undefined;
  return change && one !== '' ? { path: one, change } : undefined;
}
