import type { ApplicationCoverage, Coverage } from '../../core/coverage/coverage.js';
import {
  type CoverageTable,
  criteriaTable,
  domainsTable,
  MATRIX_LEGEND,
  matrixTable,
  openCriteria,
  recordedGaps,
  summarySentence,
} from './coverage-tables.js';
import { markdownTable, markdownText } from './markdown-table.js';

/** Coverage as GitHub's Markdown: for a pull request, a wiki or a report. */
export function coverageMarkdown({ applications }: Coverage): string {
  return applications.map(applicationMarkdown).join('\n');
}

function applicationMarkdown(application: ApplicationCoverage): string {
  const heading = (text: string) => `\n### ${text}\n\n`;
  const table = ({ columns, rows }: CoverageTable) => markdownTable(columns, rows);
  const open = openCriteria(application);
  const gaps = recordedGaps(application);
  return [
    `## ${markdownText(application.title)}\n\n${summarySentence(application)}\n`,
    heading('Essential criteria') + table(criteriaTable(application)),
    open.length > 0 ? heading('Not covered yet') + open.map(({ label, says }) => `- ${markdownText(`${label}: ${says}`)}\n`).join('') : '',
    heading('Core domains') + table(domainsTable(application)),
    application.attributes.length > 0
      ? `${heading('Attributes and core domains') + table(matrixTable(application))}\n${markdownText(MATRIX_LEGEND)}\n`
      : '',
    gaps.length > 0 ? heading('Recorded gaps') + gaps.map(gapsMarkdown).join('') : '',
  ].join('');
}

function gapsMarkdown({ label, gaps }: ReturnType<typeof recordedGaps>[number]): string {
  return `- ${markdownText(label)}\n${gaps.map(({ about, because }) => `  - ${markdownText(`${about}. ${because}`)}\n`).join('')}`;
}
