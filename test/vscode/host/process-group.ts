import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

/** How long a process may take to end of its own accord, in milliseconds. */
const PATIENCE = 5_000;

/** Ends a process that was started detached, and all that it started. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    signal(child, 'SIGTERM');
    await Promise.race([gone, setTimeout(PATIENCE, undefined, { ref: false })]);
  }
  // The extension host outlives a server that ended well.
  signal(child, 'SIGKILL');
}

/** Ends a process and all that it started when this one ends, however that comes about. */
export function endGroupWithUs(child: ChildProcess): void {
  const end = () => signal(child, 'SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  // Whoever stops the tests stops them before anything is tidied up.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // There is none left to tell.
  }
}
