import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this many documents there is not enough to let go of. */
const WORTH_IT = 2000;

/** By how many per cent the heap may grow before V8 looks for what is no longer needed: it would let it double. */
const GROWTH = 25;

/**
 * Lets go of what the last stage of a large export has left behind, and from here on sooner than V8 would: it waits until
 * the memory of a small machine is full, as it goes by how much there might be, and not by how much is needed.
 */
export function collectGarbage(documents: number): void {
  if (documents < WORTH_IT) return;
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('globalThis.gc') as (() => void) | undefined;
  setFlagsFromString('--no-expose-gc');
  gc?.();
}
