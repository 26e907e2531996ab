import { identitiesOf } from '../../core/lint/identity.js';
import { type LocatedDiagnostic, UsageError } from '../../index.js';
import { digest } from '../../platform/node/facts-cache.js';
import { readSidecar } from '../../platform/node/sidecar-files.js';
import { againstBaseline, BASELINE, type BaselineComparison, type BaselineEntry, readBaseline } from '../../review/baseline.js';
import { type CheckedRoot, isFailure } from '../check-root.js';
import { fromHere, isSelected } from '../roots.js';

/** Enough of a fingerprint to tell the findings of one guidance folder from each other, and to be read aloud. */
const LENGTH = 16;

/** A finding with what a baseline keeps of it. */
export type Debt = BaselineEntry & { readonly diagnostic: LocatedDiagnostic };

/** The findings that a baseline can hold: errors and warnings. That the tool itself failed is never one of them. */
export function debtsOf(diagnostics: readonly LocatedDiagnostic[]): Debt[] {
  const names = identitiesOf(diagnostics);
  return diagnostics.flatMap((diagnostic, index) => {
    if (diagnostic.severity === 'info' || isFailure(diagnostic)) return [];
    const { path, ruleId, message } = diagnostic;
    return [{ path, ruleId, fingerprint: digest(names[index] ?? '').slice(0, LENGTH), message, diagnostic }];
  });
}

/** The baseline of a guidance folder; undefined where it has none. */
export function baselineIn(root: string): BaselineEntry[] | undefined {
  const text = readSidecar(root, BASELINE);
  return text === undefined ? undefined : readBaseline(text);
}

/**
 * What was found, held against the folder's baseline.
 * @throws UsageError where it has none
 */
export function compareWithBaseline({ target, diagnostics }: CheckedRoot): BaselineComparison<Debt> {
  const baseline = baselineIn(target.root);
  if (!baseline) {
    throw new UsageError(`“${fromHere(target.root)}” has no baseline yet. “dmap baseline” writes one, with everything that is found now.`);
  }
  return againstBaseline(
    debtsOf(diagnostics),
    baseline.filter(({ path }) => isSelected(path, target.selected)),
  );
}
