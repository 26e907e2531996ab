import { type LocatedDiagnostic, listOf, type Severity } from '../../index.js';
import { type CheckedRoot, isCrash, isFailure } from '../check-root.js';
import type { Terminal } from '../terminal.js';
import { count, grouped } from './count.js';
import { wrap } from './wrap.js';

/** What the last lines of a run say. */
export interface SummaryInput {
  /** Everything that was found, also what `--quiet` does not show. */
  readonly roots: readonly CheckedRoot[];
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** What was done about fixing already. */
  readonly fixing: 'not tried' | 'tried' | 'shown';
  readonly tooManyWarnings: number | undefined;
  /** Sentences that say which findings were not asked for. */
  readonly notes: readonly string[];
}

/** How many findings there are, by what is to be done about them. */
interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly gaps: number;
  readonly notes: number;
}

/** The sentences that sum a run up, and what to do next. */
export function lintSummary(input: SummaryInput, { colours, width }: Terminal): string {
  const all = input.roots.flatMap((root) => root.diagnostics);
  const counts = {
    errors: number(all, 'error'),
    warnings: number(all, 'warning'),
    gaps: all.filter((one) => one.severity === 'info' && one.ruleId === 'gap-recorded').length,
    notes: number(all, 'info'),
  };
  const paint = counts.errors > 0 ? colours.red : counts.warnings > 0 ? colours.yellow : colours.green;
  const lines = [...notesLine(counts, input.quiet), ...fixLine(all, input.fixing), ...input.notes];
  if (input.tooManyWarnings !== undefined) lines.push(`--max-warnings allows ${count(input.tooManyWarnings, 'warning')}.`);
  const told = lines.concat(nextStep(all, counts, input)).flatMap((line) => wrap(line, width));
  return `${[paint(colours.bold(verdict(counts, input.roots))), ...told].join('\n')}\n`;
}

function verdict({ errors, warnings }: Counts, roots: readonly CheckedRoot[]): string {
  const files = roots.reduce((sum, root) => sum + root.files.length, 0);
  if (errors + warnings === 0) return files === 0 ? 'There was nothing to check.' : `No errors or warnings in ${count(files, 'file')}.`;
  const affected = roots.reduce(
    (sum, root) => sum + new Set(root.diagnostics.filter((one) => one.severity !== 'info').map((one) => one.path)).size,
    0,
  );
  const parts = [errors > 0 ? [count(errors, 'error')] : [], warnings > 0 ? [count(warnings, 'warning')] : []].flat();
  // A finding can be about a file that is no part of the guidance, such as a manifest from elsewhere.
  return `${parts.join(' and ')} in ${affected >= files ? count(affected, 'file') : `${grouped(affected)} of ${count(files, 'file')}`}.`;
}

function notesLine({ warnings, gaps, notes }: Counts, quiet: boolean): string[] {
  const others = notes - gaps;
  const parts = [
    quiet && warnings > 0 ? [count(warnings, 'warning')] : [],
    gaps > 0 ? [count(gaps, 'recorded gap')] : [],
    others > 0 ? [count(others, gaps > 0 ? 'other note' : 'note')] : [],
  ].flat();
  if (parts.length === 0) return [];
  return [quiet ? `--quiet does not show ${listOf(parts, 'and')}.` : `${listOf(parts, 'and')}.`];
}

function fixLine(all: readonly LocatedDiagnostic[], fixing: SummaryInput['fixing']): string[] {
  const fixable = all.filter((one) => one.fix).length;
  if (fixable === 0 || fixing === 'tried') return [];
  if (fixing === 'shown') return [`“--fix” would mend ${grouped(fixable)} of these.`];
  return [`“dmap lint --fix” can mend ${grouped(fixable)} of these; “--fix-dry-run” shows how.`];
}

/** One thing to do next, in words. */
function nextStep(all: readonly LocatedDiagnostic[], { errors, warnings, notes }: Counts, { quiet, verbose }: SummaryInput): string[] {
  if (all.some(isCrash)) return ['Next: report the failure of the tool, with what “dmap lint --debug” prints.'];
  if (all.some(isFailure)) return ['Next: mend guidance.yml first; what is said of the other files may change with it.'];
  const [severity, number] = errors > 0 ? (['error', errors] as const) : (['warning', quiet ? 0 : warnings] as const);
  const first = all.find((one) => one.severity === severity);
  if (first && number > 0) {
    const these = number === 1 ? `the ${severity}` : `the ${count(number, severity)}`;
    return [`Next: ${severity === 'error' ? 'mend' : 'look at'} ${these} above; “dmap explain ${first.ruleId}” says more.`];
  }
  if (quiet) return [];
  if (notes > 0 && !verbose) return ['Next: nothing must be mended. “dmap lint --verbose” lists every note.'];
  return ['Next: nothing must be mended. “dmap coverage” shows how far the guidance goes.'];
}

function number(found: readonly LocatedDiagnostic[], severity: Severity): number {
  return found.filter((one) => one.severity === severity).length;
}
