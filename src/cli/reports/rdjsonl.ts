import type { Severity } from '../../index.js';
import type { PlacedEdit, Report, ReportedFinding } from './report.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

type Place = Pick<PlacedEdit, 'line' | 'column' | 'endLine' | 'endColumn'>;

/**
 * One diagnostic a line in the Reviewdog Diagnostic Format, with the changes that would mend it
 * (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). Its columns count the bytes of UTF-8.
 */
export function rdjsonlReport({ findings }: Report): string {
  return findings.map((finding) => `${JSON.stringify(diagnosticOf(finding))}\n`).join('');
}

function diagnosticOf(finding: ReportedFinding): object {
  const { diagnostic, path, related, fixes } = finding;
  // Of a change in several places each would be offered by itself, and half of it would be worse than none.
  const suggestions = fixes.flatMap(({ edits: [only, ...more] }) => (only && more.length === 0 ? [only] : []));
  return {
    message: diagnostic.message,
    location: { path, range: rangeOf(diagnostic, finding) },
    severity: SEVERITY[diagnostic.severity],
    source: { name: 'destination-map' },
    code: { value: diagnostic.ruleId },
    ...(suggestions.length > 0 ? { suggestions: suggestions.map((edit) => ({ range: rangeOf(edit, finding), text: edit.text })) } : {}),
    ...(related.length > 0
      ? {
          related_locations: related.map((place) => ({
            message: place.message,
            location: { path: place.path, range: { start: { line: place.line } } },
          })),
        }
      : {}),
  };
}

function rangeOf({ line, column, endLine, endColumn }: Place, finding: ReportedFinding): object {
  const bytes = (at: number, units: number) => new TextEncoder().encode(finding.line(at).slice(0, units - 1)).length + 1;
  return { start: { line, column: bytes(line, column) }, end: { line: endLine, column: bytes(endLine, endColumn) } };
}
