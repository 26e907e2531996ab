import type { LocatedDiagnostic } from '../../index.js';
import type { CheckedRoot } from '../check-root.js';

/** What was found as JSON, as `schemas/lint-result.schema.json` describes it: the files that have something, in order. */
export function lintJson(roots: readonly CheckedRoot[]): string {
  const files = new Map<string, object[]>();
  for (const { diagnostics, display } of roots) {
    for (const diagnostic of diagnostics) {
      const path = display(diagnostic.path);
      const messages = files.get(path) ?? [];
      messages.push(message(diagnostic, display));
      files.set(path, messages);
    }
  }
  return `${JSON.stringify(
    [...files].map(([path, messages]) => ({ path, messages })),
    null,
    2,
  )}\n`;
}

function message(diagnostic: LocatedDiagnostic, display: (path: string) => string): object {
  const { ruleId, severity, line, column, endLine, endColumn } = diagnostic;
  const related = diagnostic.related.map((place) => ({ ...place, path: display(place.path) }));
  return {
    ruleId,
    severity,
    message: diagnostic.message,
    line,
    column,
    endLine,
    endColumn,
    fixable: diagnostic.fix !== undefined,
    related,
  };
}
