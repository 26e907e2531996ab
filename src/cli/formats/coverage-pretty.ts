import type { ApplicationCoverage, Coverage } from '../../index.js';
import type { Terminal } from '../terminal.js';
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
import { textTable } from './table.js';
import { visible } from './visible.js';
import { hanging, wrap } from './wrap.js';

/** Coverage for people, application by application. */
export function coveragePretty({ applications }: Coverage, terminal: Terminal): string {
  return applications.map((application) => applicationText(application, terminal)).join('\n\n');
}

function applicationText(application: ApplicationCoverage, { colours, width }: Terminal): string {
  const heading = (text: string) => `\n${colours.bold(text)}\n\n`;
  const table = ({ columns, rows }: CoverageTable) =>
    textTable(
      columns,
      rows.map((row) => row.map(visible)),
      width,
    );
  const open = openCriteria(application);
  const gaps = recordedGaps(application);
  const total = gaps.reduce((sum, one) => sum + one.gaps.length, 0);
  return [
    `${colours.bold(visible(application.title))} (${application.application})\n`,
    `${wrap(summarySentence(application), width).join('\n')}\n`,
    heading('Essential criteria') + table(criteriaTable(application)),
    open.length > 0
      ? heading('Not covered yet') + open.map(({ label, says }) => `${hanging('  - ', visible(`${label}: ${says}`), width)}\n`).join('')
      : '',
    heading('Core domains') + table(domainsTable(application)),
    application.attributes.length > 0
      ? `${heading('Attributes and core domains') + table(matrixTable(application))}\n${wrap(MATRIX_LEGEND, width).join('\n')}\n`
      : '',
    total > 0 ? heading(`Recorded gaps (${total})`) + gaps.map((one) => gapsText(one, width)).join('') : '',
  ].join('');
}

function gapsText({ label, gaps }: ReturnType<typeof recordedGaps>[number], width: number): string {
  const lines = gaps.map(({ about, because }) => `${hanging('  - ', visible(`${about}. ${because}`), width)}\n`);
  return `${visible(label)}\n${lines.join('')}`;
}
