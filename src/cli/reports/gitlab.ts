import type { Severity } from '../../index.js';
import type { Report } from './report.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * The report as GitLab's merge requests show it: a list of Code Climate issues
 * (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
 */
export function gitlabReport({ findings }: Report): string {
  const issues = findings.map(({ diagnostic, path, fingerprint }) => {
    const { ruleId, severity, message, line, column, endLine, endColumn } = diagnostic;
    return {
      type: 'issue',
      check_name: ruleId,
      description: message.replace(/\s+/g, ' '),
      categories: ['Style'],
      severity: SEVERITY[severity],
      fingerprint,
      location: { path, positions: { begin: { line, column }, end: { line: endLine, column: endColumn } } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
