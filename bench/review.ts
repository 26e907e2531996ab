import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, measureInTurn } from './measure.js';
import { cli, folder, ROUNDS, workspace } from './places.js';
import { report } from './report.js';

const SIZE = 10_000;

/** What reviewing a small change of a large body of guidance costs, against checking all of it. */
export async function benchReview(): Promise<void> {
  const repository = changedRepository();
  const run = (name: string, ...args: string[]): Command => ({
    name,
    program: process.execPath,
    args: [cli, ...args, '--no-cache'],
    cwd: repository,
  });
  const [linted, caused, diffed] = await measureInTurn(
    [
      run('cold lint', 'lint', '--quiet'),
      run('changed since', 'lint', '--quiet', '--changed-since', 'HEAD~1'),
      run('diff', 'diff', 'HEAD~1'),
    ],
    ROUNDS,
  );
  report(`lint --changed-since, ${SIZE} documents of which 4 changed, against a cold lint of them`, caused, linted, 'its time × 2 or less');
  report('diff of the same two revisions, against the same', diffed, linted, 'its time × 2 or less');
}

/** A repository of generated guidance with two commits, the second of which changes four documents. */
function changedRepository(): string {
  const target = join(folder, 'review');
  rmSync(target, { recursive: true, force: true });
  cpSync(workspace(SIZE), join(target, 'guidance'), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], { cwd: target, stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Before');
  const part = join(target, 'guidance/part-5');
  if (!existsSync(part)) throw new Error('The generated guidance has no folder part-5.');
  const [first = '', ...others] = readdirSync(part).sort().slice(0, 4);
  rmSync(join(part, first));
  for (const name of others) appendFileSync(join(part, name), '\nSomething else.\n');
  git('commit', '--quiet', '--all', '--message', 'After');
  return target;
}
