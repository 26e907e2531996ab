import { strict as assert } from 'node:assert';

const SHOWN = 40;

/** Fails with what was found, a line each. */
export function assertNone(found: readonly string[], what: string): void {
  if (found.length === 0) return;
  const more = found.length > SHOWN ? [`… and ${found.length - SHOWN} more`] : [];
  assert.fail([`${found.length} ${what}:`, ...found.slice(0, SHOWN), ...more].join('\n'));
}
