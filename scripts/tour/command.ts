import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FOLDER, GUIDANCE, PROJECT } from './places.js';

/** How much of what a command says is shown: all of it, or so many of its last lines. */
export type Shown = 'all' | number;

/**
 * Runs the built command in the tour's folder, as a user would, and shows the command line and what it says.
 * @returns what it printed
 * @throws where it does not end with 0
 */
export function dmap(args: readonly string[], shown: Shown = 'all'): string {
  console.log(`\n$ dmap ${args.map((argument) => (argument.includes(' ') ? `"${argument}"` : argument)).join(' ')}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, 'dist/cli.js'), ...args], {
    cwd: FOLDER,
    encoding: 'utf8',
    // What the tour learns of its own files is nothing that later runs have a use for.
    env: { ...process.env, XDG_CACHE_HOME: join(FOLDER, 'cache') },
  });
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  const end = shown === 'all' ? lines : lines.slice(-shown);
  if (end.length < lines.length) console.log('…');
  console.log(end.join('\n'));
  if (status !== 0) throw new Error(`“dmap ${args[0]}” ended with ${status}: ${stderr.trim().split('\n')[0]}`);
  return stdout;
}

/** Exports the new guidance, all of which is still a draft, into a folder of the format's name. */
export function exported(format: string): string {
  return dmap(['export', format, GUIDANCE, '--format', format, '--drafts']);
}
