import type { LintReport, LocatedDiagnostic } from '../../index.js';
import type { FixOutcome } from './fix-root.js';

/**
 * What is found in the texts as they are on disk; of those findings only the ones keep their fix that fixing does
 * away with, whichever of its passes does it.
 */
export function mendedMarked({ before, after, originOf }: Omit<FixOutcome, 'changes' | 'unfinished'>): LintReport {
  const left = new Map<string, number>();
  for (const one of after.report.diagnostics) {
    const key = keyOf(one, originOf(one.path));
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const isLeft = (one: LocatedDiagnostic) => {
    const number = left.get(keyOf(one, one.path)) ?? 0;
    left.set(keyOf(one, one.path), number - 1);
    return number > 0;
  };
  const diagnostics = before.report.diagnostics.map((one) => (isLeft(one) ? withoutFix(one) : one));
  return { ...before.report, diagnostics };
}

/** What makes two findings the same one, wherever in the file it is by now. */
function keyOf({ ruleId, message }: LocatedDiagnostic, path: string): string {
  return JSON.stringify([path, ruleId, message]);
}

function withoutFix({ fix: _, ...rest }: LocatedDiagnostic): LocatedDiagnostic {
  return rest;
}
