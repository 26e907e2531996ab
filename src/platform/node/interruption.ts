/** Somebody has asked the process to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(readonly signal: NodeJS.Signals) {
    super(`Stopped by ${signal}.`);
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

/**
 * Runs work that cleans up after itself when it is stopped: the first SIGINT or SIGTERM makes `throwIfInterrupted`
 * throw, a second one ends the process as it always does.
 * @throws Interrupted where the work let that through
 */
export async function interruptible<T>(work: (throwIfInterrupted: () => void) => Promise<T>): Promise<T> {
  let interrupted: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals) => {
    interrupted = signal;
    for (const one of SIGNALS) process.removeListener(one, stop);
  };
  for (const one of SIGNALS) process.once(one, stop);
  try {
    return await work(() => {
      if (interrupted) throw new Interrupted(interrupted);
    });
  } finally {
    for (const one of SIGNALS) process.removeListener(one, stop);
  }
}
