import * as vscode from 'vscode';
import type { CoverageState } from '../core/coverage/coverage.js';
import type { Tally } from '../language/overview/overview.js';

/** How a criterion stands, in words. */
export function stateWords(state: CoverageState): string {
  switch (state) {
    case 'covered':
      return vscode.l10n.t('covered');
    case 'partial':
      return vscode.l10n.t('partly covered');
    case 'missing':
      return vscode.l10n.t('missing');
    case 'planned':
      return vscode.l10n.t('planned');
    case 'not-applicable':
      return vscode.l10n.t('does not apply');
  }
}

/** The status of a document, in words. */
export function statusWords(status: string): string {
  return status === 'in-review' ? vscode.l10n.t('in review') : status;
}

/** How many findings there are: “2 errors, 1 warning”; empty where there is neither. */
export function findingsWords({ errors, warnings }: Tally): string {
  const said = [
    errors === 1 ? vscode.l10n.t('1 error') : errors > 1 ? vscode.l10n.t('{0} errors', errors) : undefined,
    warnings === 1 ? vscode.l10n.t('1 warning') : warnings > 1 ? vscode.l10n.t('{0} warnings', warnings) : undefined,
  ];
  return said.filter((words) => words !== undefined).join(', ');
}

/** How many documents there are. */
export function documentsWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
}

/** A day as people write it, in the language of the editor. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const utc = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1));
  return new Intl.DateTimeFormat(vscode.env.language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(utc);
}

/** A number and a title as one name: “3: L&D requirements”. */
export function numbered(number: string | undefined, title: string): string {
  return number === undefined ? title : `${number}: ${title}`;
}
