import { type Rule, type RuleGroup, rules } from '../../index.js';
import { markdownTable } from '../../map/report/markdown-table.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count } from '../formats/count.js';
import { textTable } from '../formats/table.js';
import type { Terminal } from '../terminal.js';

/** What each group is called, in the order in which groups are shown. */
const GROUPS: Readonly<Record<RuleGroup, string>> = {
  schema: 'Schema',
  structure: 'Structure',
  references: 'References',
  criteria: 'Criteria',
  evidence: 'Evidence',
  review: 'Review',
  words: 'Words',
  suppression: 'Suppression',
};

/** Lists the rules by group. */
export function rulesCommand(format: 'pretty' | 'json' | 'markdown', terminal: Terminal): ExitCode {
  terminal.out(format === 'json' ? rulesJson() : format === 'markdown' ? rulesMarkdown() : rulesPretty(terminal));
  return EXIT.fine;
}

const COLUMNS = [{ title: 'Rule' }, { title: 'Severity' }, { title: '--fix' }, { title: 'What it asks for' }];

function rulesPretty({ colours, width }: Terminal): string {
  const groups = grouped().map(([title, found]) => `${colours.bold(title)}\n\n${textTable(COLUMNS, found.map(row), width)}`);
  return `${groups.join('\n')}\n${count(rules.length, 'rule')}. “dmap explain RULE” shows why a rule is there, with examples.\n`;
}

function rulesMarkdown(): string {
  return grouped()
    .map(([title, found]) => `## ${title}\n\n${markdownTable(COLUMNS, found.map(row))}`)
    .join('\n');
}

function rulesJson(): string {
  const list = rules.map(({ id, meta }) => ({
    id,
    group: meta.group,
    severity: meta.defaultSeverity,
    fixable: meta.fixable,
    description: meta.description,
    options: meta.defaultOptions,
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function row({ id, meta }: Rule): string[] {
  return [id, meta.defaultSeverity, meta.fixable ? 'yes' : 'no', meta.description];
}

function grouped(): [string, readonly Rule[]][] {
  return Object.entries(GROUPS)
    .map(([group, title]): [string, readonly Rule[]] => [title, rules.filter((rule) => rule.meta.group === group)])
    .filter(([, found]) => found.length > 0);
}
