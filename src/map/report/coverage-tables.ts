import type { ApplicationCoverage, CriterionCoverage, ElementCoverage, MatrixCell } from '../../core/coverage/coverage.js';
import { STATE_WORDS } from '../../core/coverage/state-words.js';
import { count } from '../../core/text/words.js';

import type { Column } from './markdown-table.js';

/** A table as both formats show it. */
export interface CoverageTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** What an empty cell says. */
const NONE = '–';

/** “17 of 17 criteria covered (all in review).” */
export function summarySentence({ counts, criteria }: ApplicationCoverage): string {
  const others = (['partial', 'planned', 'not-applicable', 'missing'] as const).filter((state) => counts[state] > 0);
  const rest = others.map((state) => `${counts[state]} ${STATE_WORDS[state]}`).join(', ');
  const covered = `${counts.covered} of ${count(counts.total, 'criterion', 'criteria')} covered${statusesOf(criteria)}`;
  return `${covered}${rest === '' ? '' : `; ${rest}`}.`;
}

function statusesOf(criteria: readonly CriterionCoverage[]): string {
  const statuses = new Map<string, number>();
  for (const { state, status } of criteria) {
    if (state === 'covered' && status !== undefined) statuses.set(inWords(status), (statuses.get(inWords(status)) ?? 0) + 1);
  }
  const [first, ...more] = [...statuses];
  if (!first) return '';
  if (more.length === 0) return first[1] === 1 ? ` (${first[0]})` : ` (all ${first[0]})`;
  return ` (${[first, ...more].map(([status, number]) => `${number} ${status}`).join(', ')})`;
}

/** The criteria with their parts beneath them. */
export function criteriaTable({ criteria }: ApplicationCoverage): CoverageTable {
  const right = 'right' as const;
  const columns = [
    { title: 'No.', side: right },
    { title: 'Criterion' },
    { title: 'State' },
    { title: 'Status' },
    { title: 'Gaps', side: right },
    { title: 'Sources', side: right },
    { title: 'Review due' },
  ];
  const rows = criteria.flatMap((criterion) => [
    [
      criterion.number ?? '',
      criterion.shortTitle,
      STATE_WORDS[criterion.state],
      criterion.status === undefined ? NONE : inWords(criterion.status),
      criterion.path === undefined ? NONE : String(criterion.gaps.length),
      criterion.path === undefined ? NONE : String(criterion.sources.length),
      criterion.reviewDue ?? (criterion.path === undefined ? NONE : 'no review yet'),
    ],
    ...criterion.parts.map((part) => [`${criterion.number ?? ''}${part.label}`, part.title, STATE_WORDS[part.state], '', '', '', '']),
  ]);
  return { columns, rows };
}

/** The core domains with the criteria that serve them. */
export function domainsTable({ domains, criteria }: ApplicationCoverage): CoverageTable {
  const columns = [{ title: 'Core domain' }, { title: 'Criteria', side: 'right' as const }, { title: 'Which' }];
  const labels = new Map(criteria.map(({ key, number }) => [key, number ?? key]));
  const rows = domains.map((domain) => [
    domain.shortTitle,
    String(domain.criteria.length),
    domain.criteria.map((key) => labels.get(key) ?? key).join(', ') || NONE,
  ]);
  return { columns, rows };
}

/** The attributes × core domains matrix. */
export function matrixTable({ attributes, domains, matrix }: ApplicationCoverage): CoverageTable {
  const columns = [{ title: 'Attribute' }, ...domains.map((domain) => ({ title: domain.shortTitle }))];
  const cells = new Map(matrix.map((cell) => [`${cell.attribute}\n${cell.domain}`, cell]));
  const rows = attributes.map((attribute) => [
    labelOf(attribute),
    ...domains.map((domain) => cellText(cells.get(`${attribute.key}\n${domain.key}`))),
  ]);
  return { columns, rows };
}

/** What the figures of the matrix mean. */
export const MATRIX_LEGEND =
  'Each figure counts the criteria whose guidance says that it serves the domain with that attribute. ' +
  'The figure with * counts those of them that say so on the basis of a source; the others are editorial. – marks a cell that is empty.';

/** What is left to do for each criterion that is not covered. */
export function openCriteria({ criteria }: ApplicationCoverage): { label: string; says: string }[] {
  return criteria
    .filter((criterion) => criterion.state !== 'covered')
    .map((criterion) => ({ label: labelOf(criterion), says: openText(criterion) }));
}

/** The gaps that the guidance records, by criterion. */
export function recordedGaps({ criteria }: ApplicationCoverage): { label: string; gaps: readonly { about: string; because: string }[] }[] {
  return criteria
    .filter((criterion) => criterion.gaps.length > 0)
    .map((criterion) => ({ label: labelOf(criterion), gaps: criterion.gaps }));
}

function openText({ state, because, status, unfilled, parts }: CriterionCoverage): string {
  if (state !== 'partial') return because === undefined ? `${STATE_WORDS[state]}.` : `${STATE_WORDS[state]}. ${because}`;
  const open = [
    ...(status === 'draft' ? ['still a draft'] : []),
    ...(unfilled.length > 0 ? [`to be filled: ${unfilled.map((title) => `“${title}”`).join(', ')}`] : []),
    ...parts.filter((part) => part.state === 'missing').map((part) => `part ${part.label}, “${part.title}”, is not addressed`),
  ];
  return `${STATE_WORDS[state]}; ${open.join('; ')}.`;
}

function cellText(cell: MatrixCell | undefined): string {
  const criteria = new Set(cell?.claims.map((claim) => claim.criterion));
  if (criteria.size === 0) return NONE;
  const sourced = new Set(cell?.claims.filter((claim) => claim.basis === 'source').map((claim) => claim.criterion));
  return sourced.size === 0 ? String(criteria.size) : `${criteria.size} (${sourced.size}*)`;
}

function labelOf({ number, shortTitle }: Pick<ElementCoverage | CriterionCoverage, 'number' | 'shortTitle'>): string {
  return number === undefined ? shortTitle : `${number} ${shortTitle}`;
}

function inWords(key: string): string {
  return key.replaceAll('-', ' ');
}
