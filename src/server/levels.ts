import type { LocatedDiagnostic, Severity } from '../core/lint/finding.js';
import type { ReportByPath } from '../core/lint/live-report.js';

/** How severe a person wants findings of some rules shown, by rule id; what is not in it is as the guidance has it. */
export type Levels = ReadonlyMap<string, Severity | 'off'>;

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'off'];

/** The levels among what a client says, which is not trusted to make sense. */
export function levelsIn(rules: unknown): Levels {
  if (typeof rules !== 'object' || rules === null) return new Map();
  const said = Object.entries(rules).filter(([, level]) => LEVELS.includes(level));
  return new Map(said as [string, Severity | 'off'][]);
}

/** Findings as they are to be shown. What the linter says of the guidance is the same for everybody, and is not changed by it. */
export function atLevels(found: readonly LocatedDiagnostic[], levels: Levels): readonly LocatedDiagnostic[] {
  if (levels.size === 0) return found;
  return found.flatMap((one) => {
    const severity = levels.get(one.ruleId) ?? one.severity;
    return severity === 'off' ? [] : [severity === one.severity ? one : { ...one, severity }];
  });
}

/** The findings of all files as they are to be shown. */
export function reportAtLevels(report: ReportByPath, levels: Levels): ReportByPath {
  return levels.size === 0 ? report : new Map([...report].map(([path, found]) => [path, atLevels(found, levels)]));
}
