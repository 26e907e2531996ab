import { readLines, SIDECARS, writeLines } from './sidecar.js';

/** Where a guidance root keeps its baseline. */
export const BASELINE = `${SIDECARS}/baseline.tsv`;

const ABOUT = 'What “dmap lint --new-only” passes over: path, rule, name of the finding, message. Written by “dmap baseline”.';

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly path: string;
  readonly ruleId: string;
  /** The name by which it is known again. */
  readonly fingerprint: string;
  /** For people who read the file; not compared. */
  readonly message: string;
}

/** The entries of a baseline. */
export function readBaseline(text: string): BaselineEntry[] {
  return readLines(text).flatMap(([path, ruleId, fingerprint, message = '']) =>
    path === undefined || ruleId === undefined || fingerprint === undefined ? [] : [{ path, ruleId, fingerprint, message }],
  );
}

/** The text of a baseline, in the order of the paths. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  return writeLines(
    ABOUT,
    entries.map(({ path, ruleId, fingerprint, message }) => [path, ruleId, fingerprint, message]),
  );
}

/** What is found now, held against what was found then. */
export interface BaselineComparison<T> {
  /** Found now and not then. */
  readonly fresh: readonly T[];
  /** Found now and then. */
  readonly known: readonly T[];
  /** Found then and not now: what was mended, or is not looked for any more. */
  readonly stale: readonly BaselineEntry[];
}

/** Holds findings against a baseline. */
export function againstBaseline<T extends { readonly fingerprint: string }>(
  found: readonly T[],
  baseline: readonly BaselineEntry[],
): BaselineComparison<T> {
  const then = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const now = new Set(found.map(({ fingerprint }) => fingerprint));
  return {
    fresh: found.filter(({ fingerprint }) => !then.has(fingerprint)),
    known: found.filter(({ fingerprint }) => then.has(fingerprint)),
    stale: baseline.filter(({ fingerprint }) => !now.has(fingerprint)),
  };
}
