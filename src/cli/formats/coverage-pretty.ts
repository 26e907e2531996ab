import type { ApplicationCoverage, Coverage } from '../../index.js';
import {
  type CoverageTable,
  criteriaTable,
  domainsTable,
  MATRIX_LEGEND,
  matrixTable,
  openCriteria,
  recordedGaps,
  summarySentence,
} from '../../map/report/coverage-tables.js';
import type { Terminal } from '../terminal.js';
import { count } from './count.js';
import { textTable } from './table.js';
import { visible } from './visible.js';
import { hanging, wrap } from './wrap.js';

/** How much is shown. */
export interface CoverageView {
  /** Whether recorded gaps are listed, and not only counted. */
  readonly gaps: boolean;
}

/** Coverage for people, application by application. */
export function coveragePretty({ applications }: Coverage, terminal: Terminal, view: CoverageView): string {
  return applications.map((application) => applicationText(application, terminal, view)).join('\n\n');
}

function applicationText(application: ApplicationCoverage, { colours, width }: Terminal, view: CoverageView): string {
  const heading = (text: string) => `\n${colours.bold(text)}\n\n`;
  const table = ({ columns, rows }: CoverageTable) =>
    textTable(
      columns,
      rows.map((row) => row.map(visible)),
      width,
    );
  const open = openCriteria(application);
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
    gapsSection(application, { colours, width }, view),
  ].join('');
}

function gapsSection(
  application: ApplicationCoverage,
  { colours, width }: Pick<Terminal, 'colours' | 'width'>,
  view: CoverageView,
): string {
  const gaps = recordedGaps(application);
  const total = gaps.reduce((sum, one) => sum + one.gaps.length, 0);
  if (total === 0) return '';
  if (view.gaps) return `\n${colours.bold(`Recorded gaps (${total})`)}\n\n${gaps.map((one) => gapsText(one, width)).join('')}`;
  const where = `in the guidance on ${count(gaps.length, 'criterion', 'criteria')}`;
  const sentence = `${count(total, 'recorded gap')} ${where}. “dmap coverage --gaps” lists ${total === 1 ? 'it' : 'them'}.`;
  return `\n${wrap(sentence, width).join('\n')}\n`;
}

function gapsText({ label, gaps }: ReturnType<typeof recordedGaps>[number], width: number): string {
  const lines = gaps.map(({ about, because }) => `${hanging('  - ', visible(`${about}. ${because}`), width)}\n`);
  return `${visible(label)}\n${lines.join('')}`;
}
