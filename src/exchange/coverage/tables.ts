import { type ApplicationCoverage, coverageOf } from '../../core/coverage/coverage.js';
import { STATE_WORDS } from '../../core/coverage/state-words.js';
import { type Framework, findCurrent } from '../../core/model/framework.js';
import type { ExchangeInput } from '../types.js';

/** A cell: text, a number, or nothing. */
export type Cell = string | number | undefined;

/** A table of one kind of thing, of all applications. */
export interface Table {
  /** Also the name of its file. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Coverage as tables with one thing a row, as spreadsheets sort and filter them: what “dmap coverage” tells, drafts included. */
export function coverageTables({ snapshot, application }: ExchangeInput): Table[] {
  const all = coverageOf(snapshot).applications.filter((one) => application === undefined || one.application === application);
  if (all.length === 0) return [];
  const frameworkOf = ({ framework }: ApplicationCoverage) => snapshot.frameworks.find(({ key }) => key === framework);
  const rows = (of: (one: ApplicationCoverage) => readonly (readonly Cell[])[]) =>
    all.flatMap((one) => of(one).map((row) => [one.application, ...row]));
  return [
    { key: 'criteria', title: 'Criteria', columns: CRITERIA, rows: rows(criteriaRows) },
    { key: 'claims', title: 'Claims', columns: CLAIMS, rows: rows((one) => claimRows(one, frameworkOf(one))) },
    { key: 'gaps', title: 'Gaps', columns: GAPS, rows: rows(gapRows) },
    { key: 'matrix', title: 'Matrix', columns: MATRIX, rows: rows(matrixRows) },
  ];
}

const CRITERIA = [
  ...[
    'Application',
    'Number',
    'Key',
    'Criterion',
    'Part',
    'State',
    'Reason',
    'Status',
    'Review due',
    'Gaps',
    'Sources',
    'To be filled',
    'Document',
  ],
];

function criteriaRows({ criteria }: ApplicationCoverage): Cell[][] {
  return criteria.flatMap((one) => [
    [
      ...[one.number, one.key, one.title, undefined, STATE_WORDS[one.state], one.because, one.status, one.reviewDue],
      ...(one.path === undefined ? [undefined, undefined] : [one.gaps.length, one.sources.length]),
      ...[one.unfilled.join('; '), one.path],
    ],
    ...one.parts.map((part) => [
      ...[`${one.number ?? ''}${part.label}`, one.key, one.title, part.title, STATE_WORDS[part.state]],
      ...Array.from({ length: 7 }, () => undefined),
    ]),
  ]);
}

const CLAIMS = ['Application', 'Number', 'Criterion', 'Core domain', 'Attribute', 'Reason', 'Basis', 'Document'];

/** A claim that names several attributes is a row for each, so that all of them can be counted. */
function claimRows({ criteria }: ApplicationCoverage, framework: Framework | undefined): Cell[][] {
  const named = (kind: 'domain' | 'attribute', name: string | undefined) =>
    name === undefined ? undefined : ((framework && findCurrent(framework, [kind], name)?.shortTitle) ?? name);
  return criteria.flatMap(({ number, shortTitle, claims, path }) =>
    claims.flatMap(({ domain, attributes, because, basis }) =>
      (attributes.length > 0 ? attributes : [undefined]).map((attribute) => [
        ...[number, shortTitle, named('domain', domain), named('attribute', attribute), because, basis, path],
      ]),
    ),
  );
}

const GAPS = ['Application', 'Number', 'Criterion', 'Section', 'Gap', 'Reason', 'Document'];

function gapRows({ criteria }: ApplicationCoverage): Cell[][] {
  return criteria.flatMap(({ number, shortTitle, gaps, path }) =>
    gaps.map(({ section, about, because }) => [number, shortTitle, section, about, because, path]),
  );
}

const MATRIX = ['Application', 'Number', 'Attribute', 'Core domain', 'Criteria', 'On the basis of a source'];

function matrixRows({ attributes, domains, matrix }: ApplicationCoverage): Cell[][] {
  return matrix.map(({ attribute, domain, claims }) => {
    const found = attributes.find(({ key }) => key === attribute);
    const sourced = claims.filter(({ basis }) => basis === 'source');
    const count = (some: typeof claims) => new Set(some.map(({ criterion }) => criterion)).size;
    return [found?.number, found?.shortTitle, domains.find(({ key }) => key === domain)?.shortTitle, count(claims), count(sourced)];
  });
}
