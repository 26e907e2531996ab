import type { DocumentFacts } from '../facts/types.js';
import type { Suppression } from '../markdown/suppressions.js';
import type { RuleConfig } from './config.js';
import { guarded } from './examine.js';
import type { LocatedDiagnostic, RuleFinding } from './finding.js';
import { toDiagnostic } from './linter.js';
import { type Locator, locate } from './locate.js';
import type { SuppressionRule } from './rule.js';

/** Rules that cannot be silenced: while one of them has a finding, nothing else that is said of the document counts for much. */
export const NEVER_SILENT: ReadonlySet<string> = new Set([
  'frontmatter-syntax',
  'frontmatter-present',
  'suppression-reason',
  'suppression-used',
]);

/**
 * Takes out what the author asked to be quiet about, and adds what the suppressions themselves deserve to be told.
 *
 * A suppression works on findings that begin on the line after it, for the rules that it names, and only with a
 * reason: without one nobody can judge later whether it is still right.
 */
export function applySuppressions(
  facts: DocumentFacts,
  diagnostics: readonly LocatedDiagnostic[],
  locator: Locator,
  config: RuleConfig,
): LocatedDiagnostic[] {
  if (facts.suppressions.length === 0) return [...diagnostics];
  const asked = facts.suppressions.flatMap((suppression) => {
    const line = locator.source.positionAt(suppression.end).line + 1;
    return suppression.ruleIds.map((ruleId) => ({ suppression, ruleId, place: `${line} ${ruleId}` }));
  });
  /** Whether anybody who asks for quiet about a rule in a line gives a reason. */
  const reasoned = new Map<string, boolean>();
  for (const { suppression, place } of asked) reasoned.set(place, reasoned.get(place) || suppression.reason !== '');
  const met = new Set<string>();
  const kept = diagnostics.filter((diagnostic) => {
    if (diagnostic.ruleId.startsWith('internal/') || NEVER_SILENT.has(diagnostic.ruleId)) return true;
    const place = `${diagnostic.line} ${diagnostic.ruleId}`;
    met.add(place);
    return reasoned.get(place) !== true;
  });
  const unused = asked.filter(({ place }) => !met.has(place));
  return [...kept, ...aboutSuppressions(facts.path, unused, locator, config)];
}

function aboutSuppressions(
  path: string,
  unused: readonly { suppression: Suppression; ruleId: string }[],
  locator: Locator,
  config: RuleConfig,
): LocatedDiagnostic[] {
  const findings: RuleFinding[] = [];
  const rules = config.forFile(path);
  const about = { unused, active: new Set(rules.keys()), text: locator.source.text };
  for (const { rule } of rules.values()) {
    if (rule.meta.scope !== 'suppressions') continue;
    guarded(rule, findings, () =>
      (rule as SuppressionRule).check({ ...about, report: (finding) => findings.push({ ruleId: rule.id, ...finding }) }),
    );
  }
  return findings.flatMap((finding) => toDiagnostic(path, finding, config)).map((diagnostic) => locate(diagnostic, () => locator));
}
