import type { LocatedDiagnostic, Severity } from '../../index.js';
import type { CheckedRoot } from '../check-root.js';
import type { Terminal } from '../terminal.js';
import { count, grouped } from './count.js';

/** What the last lines of a run say. */
export interface SummaryInput {
  /** Everything that was found, also what `--quiet` does not show. */
  readonly roots: readonly CheckedRoot[];
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Whether fixing was tried already. */
  readonly fixed: boolean;
  readonly tooManyWarnings: number | undefined;
}

/** The sentences that sum a run up. */
export function lintSummary({ roots, quiet, verbose, fixed, tooManyWarnings }: SummaryInput, { colours }: Terminal): string {
  const all = roots.flatMap((root) => root.diagnostics);
  const files = roots.reduce((sum, root) => sum + root.files.length, 0);
  const errors = number(all, 'error');
  const warnings = number(all, 'warning');
  const paint = errors > 0 ? colours.red : warnings > 0 ? colours.yellow : colours.green;
  const lines = [paint(colours.bold(verdict(errors, warnings, roots, files)))];
  const notes = number(all, 'info');
  const hidden = [warnings > 0 ? [count(warnings, 'warning')] : [], notes > 0 ? [count(notes, 'note')] : []].flat();
  if (quiet && hidden.length > 0) lines.push(`--quiet does not show ${hidden.join(' and ')}.`);
  if (!quiet && notes > 0) lines.push(`${count(notes, 'note')} listed above${verbose ? '' : '; “--verbose” shows them whole'}.`);
  const fixable = all.filter((one) => one.fix).length;
  if (fixable > 0 && !fixed) lines.push(`“dmap lint --fix” can mend ${grouped(fixable)} of these; “--fix-dry-run” shows how.`);
  if (tooManyWarnings !== undefined) lines.push(`--max-warnings allows ${count(tooManyWarnings, 'warning')}.`);
  return `${lines.join('\n')}\n`;
}

function verdict(errors: number, warnings: number, roots: readonly CheckedRoot[], files: number): string {
  if (errors + warnings === 0) return `No errors or warnings in ${count(files, 'file')}.`;
  const affected = roots.reduce(
    (sum, root) => sum + new Set(root.diagnostics.filter((one) => one.severity !== 'info').map((one) => one.path)).size,
    0,
  );
  const parts = [errors > 0 ? [count(errors, 'error')] : [], warnings > 0 ? [count(warnings, 'warning')] : []].flat();
  return `${parts.join(' and ')} in ${affected === files ? count(files, 'file') : `${grouped(affected)} of ${count(files, 'file')}`}.`;
}

function number(found: readonly LocatedDiagnostic[], severity: Severity): number {
  return found.filter((one) => one.severity === severity).length;
}
