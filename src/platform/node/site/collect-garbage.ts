import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this many documents there is not enough to let go of. */
const WORTH_IT = 2000;

/**
 * Lets go of what the last stage of a large export has left behind. V8 would wait until the memory of a small machine is
 * full: it goes by how much there might be, and not by how much is needed.
 */
export function collectGarbage(documents: number): void {
  if (documents < WORTH_IT) return;
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('globalThis.gc') as (() => void) | undefined;
  setFlagsFromString('--no-expose-gc');
  gc?.();
}
