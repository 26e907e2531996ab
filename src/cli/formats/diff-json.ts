import { weightOf } from '../../review/statement.js';
import { verdictOf } from '../../review/verdict.js';
import type { DiffReport } from './diff-report.js';

/** A change in meaning as JSON, as `schemas/diff-result.schema.json` describes it. */
export function diffJson({ diff, base, head, notes, display }: DiffReport): string {
  const result = {
    base: base.commit,
    head: head.commit,
    verdict: verdictOf(diff),
    notes,
    coverage: diff.coverage.map(({ application, title, before, after }) => ({
      application,
      title,
      before: before ?? null,
      after: after ?? null,
    })),
    changes: diff.statements.map(({ kind, text, path, line, claim }) => ({
      kind,
      weight: weightOf(kind),
      text,
      path: path === undefined ? null : display(path),
      line: line ?? null,
      claim: claim ?? null,
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
