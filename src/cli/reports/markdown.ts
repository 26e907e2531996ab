import type { Severity } from '../../index.js';
import { markdownTable } from '../../map/report/markdown-table.js';
import { commentText } from '../formats/comment-text.js';
import { count } from '../formats/count.js';
import { type Report, type ReportedFinding, SEVERITIES } from './report.js';

/** The rule whose findings are gaps that the guidance itself records. */
const GAPS = 'gap-recorded';

const COLUMNS = [{ title: 'Place' }, { title: 'What was found' }, { title: 'Rule' }];

/** A table with a heading of its own. */
interface Part {
  readonly title: string;
  readonly findings: readonly ReportedFinding[];
  /** Whether it is shown only to those who ask for it. */
  readonly folded: boolean;
}

/**
 * The report in GitHub's Markdown: errors, then warnings, then what is recorded as a gap, each as a table.
 * @param most how many characters it may have: GitHub takes no more for a job's summary. What does not fit is counted.
 */
export function markdownReport(report: Report, most = Number.POSITIVE_INFINITY): string {
  let text = `## Guidance check\n\n${verdictOf(report)}\n`;
  for (const part of partsOf(report)) text += partText(part, most - text.length);
  return text;
}

/** “2 errors and 1 warning in 3 of 40 files.” */
export function verdictOf({ findings, files }: Report): string {
  const grave = findings.filter(({ diagnostic }) => diagnostic.severity !== 'info');
  if (grave.length === 0) return `No errors or warnings in ${count(files.length, 'file')}.`;
  const number = (severity: Severity) => grave.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const parts = [
    number('error') > 0 ? [count(number('error'), 'error')] : [],
    number('warning') > 0 ? [count(number('warning'), 'warning')] : [],
  ].flat();
  const affected = new Set(grave.map(({ path }) => path)).size;
  return `${parts.join(' and ')} in ${affected >= files.length ? count(affected, 'file') : `${affected} of ${count(files.length, 'file')}`}.`;
}

function partsOf({ findings }: Report): Part[] {
  const of = (severity: Severity, gaps?: boolean) =>
    findings.filter(({ diagnostic: one }) => one.severity === severity && (gaps === undefined || (one.ruleId === GAPS) === gaps));
  const [error, warning, info] = SEVERITIES as [Severity, Severity, Severity];
  return [
    { title: 'Errors', findings: of(error), folded: false },
    { title: 'Warnings', findings: of(warning), folded: false },
    { title: 'Recorded gaps', findings: of(info, true), folded: true },
    { title: 'Other notes', findings: of(info, false), folded: true },
  ].filter((part) => part.findings.length > 0);
}

function partText({ title, findings, folded }: Part, room: number): string {
  const heading = `${title} (${findings.length})`;
  const [open, close] = folded ? [`\n<details>\n<summary>${heading}</summary>\n\n`, '\n</details>\n'] : [`\n### ${heading}\n\n`, ''];
  const head = markdownTable(COLUMNS, []);
  const rows = findings.map((one) => markdownTable(COLUMNS, [rowOf(one)], commentText).slice(head.length));
  // Room for the sentence that says what is missing.
  let left = room - open.length - close.length - head.length - 100;
  const shown = rows.filter((row) => {
    left -= row.length;
    return left >= 0;
  });
  const missing = rows.length - shown.length;
  const more = missing === 0 ? '' : `\n${count(missing, 'more finding')} did not fit in here: “dmap lint” lists all of them.\n`;
  return `${open}${shown.length > 0 ? head + shown.join('') : ''}${more}${close}`;
}

function rowOf({ path, wholeFile, diagnostic }: ReportedFinding): string[] {
  return [wholeFile ? path : `${path}:${diagnostic.line}`, diagnostic.message, diagnostic.ruleId];
}
