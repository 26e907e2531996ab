import type { Severity } from '../../index.js';
import { type Report, SEVERITIES, worstFirst } from './report.js';

/** GitHub shows this many annotations of each kind for one step, and drops the others without a word. */
const MOST = 10;

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands of GitHub Actions, worst first, no more than GitHub shows; what is left is in the job's summary.
 * See https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message.
 */
export function githubReport({ findings }: Report): string {
  const shown = SEVERITIES.flatMap((severity) => findings.filter((one) => one.diagnostic.severity === severity).slice(0, MOST));
  return worstFirst(shown)
    .map(({ path, wholeFile, diagnostic: { severity, line, column, endLine, endColumn, ruleId, message } }) => {
      const place = wholeFile ? { line } : { line, endLine, ...(endLine === line ? { col: column, endColumn } : {}) };
      const told = Object.entries({ title: ruleId, file: path, ...place }).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMAND[severity]} ${told.join(',')}::${data(message)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
