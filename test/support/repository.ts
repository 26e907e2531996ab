import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dmap, type Run } from './cli.js';

/** Nothing of the one who runs the tests counts, and every commit has the same author and time, so that it has the same name. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.org',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.org',
  GIT_AUTHOR_DATE: '2026-09-01T12:00:00Z',
  GIT_COMMITTER_DATE: '2026-09-01T12:00:00Z',
};

/** A real git repository in a folder of its own, whose guidance is in `guidance/`. */
export class Repository {
  private constructor(readonly folder: string) {}

  /** A repository with the small root of the rules' examples, other files laid over it, committed on the branch `main`. */
  static withGuidance(files: Readonly<Record<string, string>> = {}): Repository {
    const repository = Repository.empty();
    cpSync(join(import.meta.dirname, '../fixtures/rule-base'), repository.at('guidance'), { recursive: true });
    repository.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`guidance/${path}`, text])));
    repository.commit('Start');
    return repository;
  }

  static empty(): Repository {
    const folder = mkdtempSync(join(tmpdir(), 'dmap-git-'));
    temporary.push(folder);
    const repository = new Repository(join(folder, 'project'));
    mkdirSync(repository.folder);
    repository.git('init', '--quiet', '--initial-branch=main');
    return repository;
  }

  /** A clone of it, such as one with `--depth 1`. */
  clone(...options: string[]): Repository {
    const clone = new Repository(`${this.folder}-clone-${temporary.length}-${clones++}`);
    execFileSync('git', ['clone', '--quiet', ...options, `file://${this.folder}`, clone.folder], { env: ENVIRONMENT, stdio: 'pipe' });
    return clone;
  }

  at(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): string {
    return readFileSync(this.at(path), 'utf8');
  }

  write(files: Readonly<Record<string, string>>): this {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(this.at(path)), { recursive: true });
      writeFileSync(this.at(path), text);
    }
    return this;
  }

  /** Changes the text of a file; fails where there is nothing to change. */
  edit(path: string, from: string, to: string): this {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`“${from}” is not in ${path}`);
    return this.write({ [path]: text.replace(from, to) });
  }

  remove(...paths: string[]): this {
    for (const path of paths) rmSync(this.at(path), { recursive: true });
    return this;
  }

  move(from: string, to: string): this {
    mkdirSync(dirname(this.at(to)), { recursive: true });
    renameSync(this.at(from), this.at(to));
    return this;
  }

  /** Commits everything; gives the commit's name. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Runs git, and gives what it printed. */
  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, env: ENVIRONMENT, encoding: 'utf8', stdio: 'pipe' }).trim();
  }

  /** Runs git where it may fail; gives its exit code. */
  tryGit(...args: string[]): number | null {
    return spawnSync('git', args, { cwd: this.folder, env: ENVIRONMENT }).status;
  }

  /** Runs the command in the repository's folder. */
  dmap(...args: string[]): Run {
    return dmap(this.folder, args);
  }
}

const temporary: string[] = [];
let clones = 0;

/** Takes away what tests made. */
export function removeRepositories(): void {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
}
