import type { LocatedDiagnostic } from '../core/lint/finding.js';
import { identityOf } from '../core/lint/identity.js';

/** The findings of one revision, with the texts that they are in. */
export interface RevisionFindings {
  /** In the order of their places. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The text of a line of a file; lines from 1. */
  readonly line: (path: string, line: number) => string;
}

/**
 * The findings that a change causes, in the files that it changes and in all others: those for which there was none alike
 * before it. Of several alike in one file those are taken for new whose line was not there.
 * @param pathBefore the path that a file had before the change
 * @returns a part of the findings after it, in the same order
 */
export function introducedFindings(
  before: RevisionFindings,
  after: RevisionFindings,
  pathBefore: (path: string) => string,
): LocatedDiagnostic[] {
  const old = new Map<string, string[]>();
  for (const one of before.diagnostics) {
    const name = identityOf(one, one.path);
    old.set(name, [...(old.get(name) ?? []), before.line(one.path, one.line)]);
  }
  const introduced = new Set<LocatedDiagnostic>();
  for (const [name, alike] of grouped(after.diagnostics, (one) => identityOf(one, pathBefore(one.path)))) {
    const left = old.get(name) ?? [];
    const moved = alike.filter((one) => !takeOut(left, after.line(one.path, one.line)));
    for (const one of moved.slice(left.length)) introduced.add(one);
  }
  return after.diagnostics.filter((one) => introduced.has(one));
}

function takeOut(lines: string[], line: string): boolean {
  const index = lines.indexOf(line);
  if (index >= 0) lines.splice(index, 1);
  return index >= 0;
}

function grouped<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const same = groups.get(name);
    if (same) same.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
