import type { DocumentFacts } from '../facts/types.js';
import { compare } from '../text/compare.js';
import type { SourceText } from '../text/source-text.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { RuleConfig } from './config.js';
import type { Diagnostic, LocatedDiagnostic } from './finding.js';
import { Locator, locate } from './locate.js';
import { applySuppressions } from './suppress.js';

/** Gives the text of a file; undefined where it cannot be read. Asked only for files that have a finding. */
export type SourceFor = (path: string) => SourceText | undefined;

/**
 * Locates diagnostics, applies suppressions and puts everything in order: by path, place and rule.
 * @param paths the files to report on; all of them where it is not given
 */
export function reportOn(
  diagnostics: readonly Diagnostic[],
  snapshot: WorkspaceSnapshot,
  config: RuleConfig,
  sourceFor: SourceFor,
  paths?: ReadonlySet<string>,
): LocatedDiagnostic[] {
  const locators = new Map<string, Locator | undefined>();
  const locatorFor = (path: string) => {
    if (!locators.has(path)) locators.set(path, locatorOf(path, snapshot.facts(path), sourceFor));
    return locators.get(path);
  };
  const byPath = new Map<string, LocatedDiagnostic[]>();
  const documents = paths ? [...paths].flatMap((path) => snapshot.facts(path) ?? []) : [...snapshot.dataFiles, ...snapshot.markdown];
  for (const facts of documents) if (facts.suppressions.length > 0) byPath.set(facts.path, []);
  for (const diagnostic of diagnostics) {
    const located = locate(diagnostic, locatorFor);
    const same = byPath.get(diagnostic.path);
    if (same) same.push(located);
    else byPath.set(diagnostic.path, [located]);
  }
  const reported = [...byPath].flatMap(([path, found]) => {
    const facts = snapshot.facts(path);
    const locator = locatorFor(path);
    return facts && locator ? applySuppressions(facts, found, locator, config) : found;
  });
  return reported.sort(inOrder);
}

function locatorOf(path: string, facts: DocumentFacts | undefined, sourceFor: SourceFor): Locator | undefined {
  const source = sourceFor(path);
  return source && new Locator(facts, source);
}

function inOrder(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  return (
    compare(a.path, b.path) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.message, b.message)
  );
}
