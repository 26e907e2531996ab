import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../usage-error.js';
import { type GitRun, runGit } from './run-git.js';

/** The history that a guidance folder is in. Only read: neither the working tree nor the index is ever touched. */
export class Repository {
  private constructor(
    /** The folder of the working tree, absolute and without links. */
    readonly top: string,
    /** Where the guidance folder is in it, with `/`; empty where it is the whole of it. */
    readonly prefix: string,
    private readonly shallow: boolean,
  ) {}

  /**
   * The repository that a folder is in.
   * @throws UsageError where it is in none, or git refuses to look at it
   */
  static async around(folder: string): Promise<Repository> {
    const asked = await runGit(realpathSync(folder), ['rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository']);
    if (asked.code !== 0) throw new UsageError(notARepository(folder, asked));
    const [top = '', prefix = '', shallow] = asked.out.toString('utf8').split('\n');
    return new Repository(resolve(top), prefix.replace(/\/$/, ''), shallow === 'true');
  }

  /** Runs git in the folder of the working tree; that it fails may be its answer. */
  run(args: readonly string[], input?: string): Promise<GitRun> {
    return runGit(this.top, args, input);
  }

  /**
   * What git prints where it can only succeed: to take a failure for an empty answer would be to say that nothing is there.
   * @throws UsageError where it fails, as it does in a clone that lacks what is asked for
   */
  async read(args: readonly string[], input?: string): Promise<Buffer> {
    const { code, out, err } = await this.run(args, input);
    if (code === 0) return out;
    const [said = ''] = err.trim().split('\n');
    throw new UsageError(`git could not read the history of this repository (“${said}”). ${NOT_ALL_THERE}`);
  }

  /**
   * The full name of the commit that somebody means.
   * @param revision a branch, a tag, a commit: whatever git understands
   * @throws UsageError where there is none
   */
  async commit(revision: string): Promise<string> {
    // No name of git's begins with a dash or has a control character in it: what does is somebody's slip, and no option.
    const isName = revision !== '' && !revision.startsWith('-') && !/[\u0000-\u001F\u007F]/.test(revision);
    const found = isName ? await this.lookUp(revision) : undefined;
    if (found !== undefined) return found;
    if (isName && (await this.lookUp('HEAD')) === undefined) {
      throw new UsageError('This repository has no commit yet, so there is nothing to compare with. Commit something first.');
    }
    throw new UsageError(await this.noSuchRevision(revision, isName));
  }

  /**
   * The commit at which two lines of history parted: what a pull request is compared with.
   * @throws UsageError where they have none in common, or it is not in this clone
   */
  async mergeBase(one: string, other: string): Promise<string> {
    const { code, out } = await this.run(['merge-base', one, other]);
    if (code === 0) return out.toString('utf8').trim();
    if (this.shallow) {
      throw new UsageError(`This is a shallow clone: the commit at which the two histories parted is not in it. ${FETCH_MORE}`);
    }
    throw new UsageError('The two revisions have no history in common, so there is no point from which to compare them. Name another one.');
  }

  /** Whether a merge, rebase or cherry-pick has left files in conflict. */
  async hasConflicts(): Promise<boolean> {
    const unmerged = await this.read(['ls-files', '--unmerged', '-z']);
    return unmerged.length > 0;
  }

  private async lookUp(revision: string): Promise<string | undefined> {
    const { code, out } = await this.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return code === 0 ? out.toString('utf8').trim() : undefined;
  }

  private async noSuchRevision(revision: string, isName: boolean): Promise<string> {
    const none = `There is no revision “${revision}” in this repository.`;
    if (!isName) return `${none} Name a branch, a tag or a commit, such as “main”.`;
    if (this.shallow) return `${none} It is a shallow clone, which has only the newest part of the history. ${FETCH_MORE}`;
    const remote = `origin/${revision}`;
    if ((await this.lookUp(remote)) !== undefined) return `${none} There is “${remote}”, as it was on the server when it was last fetched.`;
    return `${none} Check its name; “git branch --all” and “git tag” list what there is, and “git fetch” gets what is new on the server.`;
  }
}

/** What to do where a clone has the commits and not all that is in them. */
export const NOT_ALL_THERE =
  'If the clone was made with “--filter”, get what it lacks with “git fetch --refetch --no-filter”, or make it without “--filter”.';

const FETCH_MORE =
  'Get the rest with “git fetch --unshallow”; in GitHub Actions, give actions/checkout “fetch-depth: 0”; in GitLab CI, set GIT_DEPTH to 0.';

function notARepository(folder: string, { err }: GitRun): string {
  if (/dubious ownership/.test(err)) {
    return `git does not look into the repository around “${folder}”, since it belongs to somebody else. “git config --global --add safe.directory FOLDER” tells it that this is fine.`;
  }
  return `“${folder}” is not in a git repository, so it has no earlier revision to compare with. Run this in a clone, or start one with “git init”.`;
}
