import {
  type ApplicationCoverage,
  type CoverageState,
  type CriterionCoverage,
  coverageOf,
  type ElementCoverage,
  type MatrixCell,
  type PartCoverage,
} from '../core/coverage/coverage.js';
import { headingNamed, isSectionOf } from '../core/coverage/section-states.js';
import { elementName } from './names.js';
import type { Comparison } from './revision.js';
import type { ChangeKind, Statement } from './statement.js';
import { ended, plain, quoted, stateWords } from './words.js';

/** How many criteria of an application are covered, before and after. */
export interface CoverageCount {
  readonly application: string;
  readonly title: string;
  /** Undefined where there was no such application. */
  readonly before: { readonly covered: number; readonly total: number } | undefined;
  readonly after: { readonly covered: number; readonly total: number } | undefined;
}

/** What a change does to the coverage of each application. */
export interface CoverageChanges {
  readonly counts: readonly CoverageCount[];
  readonly statements: readonly Statement[];
  /** What is told as the reason for another coverage: `path`, line break, and the title of a section or `status`. */
  readonly told: ReadonlySet<string>;
}

/** From the lowest: guidance that is planned is nearer than none at all. */
const RANK: Readonly<Record<CoverageState, number>> = { 'not-applicable': 0, missing: 0, planned: 1, partial: 2, covered: 3 };

/** Compares the coverage of every application. */
export function coverageChanges(comparison: Comparison): CoverageChanges {
  const before = new Map(coverageOf(comparison.before.snapshot).applications.map((one) => [one.application, one]));
  const after = new Map(coverageOf(comparison.after.snapshot).applications.map((one) => [one.application, one]));
  const told = new Set<string>();
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const statements = keys.flatMap((key) => {
    const [then, now] = [before.get(key), after.get(key)];
    if (then && now) return [...criteria(then, now, comparison, told), ...cells(then, now, before.size > 1)];
    return [wholeApplication(then, now)].flat();
  });
  return { counts: keys.map((key) => countFor(key, before.get(key), after.get(key))), statements, told };
}

function countFor(application: string, before: ApplicationCoverage | undefined, after: ApplicationCoverage | undefined): CoverageCount {
  const numbers = (one: ApplicationCoverage | undefined) => one && { covered: one.counts.covered, total: one.counts.total };
  return { application, title: (after ?? before)?.title ?? application, before: numbers(before), after: numbers(after) };
}

function wholeApplication(before: ApplicationCoverage | undefined, after: ApplicationCoverage | undefined): Statement[] {
  if (after) return [{ kind: 'coverage-gained', text: `The application ${quoted(after.title)} is new.`, path: after.path }];
  return before ? [{ kind: 'coverage-lost', text: `The application ${quoted(before.title)} is gone.`, path: before.path }] : [];
}

function criteria(before: ApplicationCoverage, after: ApplicationCoverage, comparison: Comparison, told: Set<string>): Statement[] {
  const then = new Map(before.criteria.map((one) => [one.key, one]));
  const known = new Set(after.criteria.map(({ key }) => key));
  const gone = before.criteria
    .filter(({ key, state }) => !known.has(key) && RANK[state] > RANK.planned)
    .map(
      (one): Statement => ({ kind: 'coverage-lost', text: `${nameOf(one)} is no longer a criterion of the framework.`, path: one.path }),
    );
  const changed = after.criteria.flatMap((now) => {
    const old = then.get(now.key);
    return old ? [...partChanges(old, now, comparison, told), ...stateChange(old, now, comparison, told)] : newCriterion(now);
  });
  return [...gone, ...changed];
}

function newCriterion(now: CriterionCoverage): Statement[] {
  return [{ kind: 'framework-changed', text: `${nameOf(now)} is new in the framework: ${stateWords(now.state)}.`, path: now.path }];
}

function partChanges(before: CriterionCoverage, now: CriterionCoverage, comparison: Comparison, told: Set<string>): Statement[] {
  const then = new Map(before.parts.map((part) => [part.key, part.state]));
  return now.parts.flatMap((part): Statement[] => {
    const old = then.get(part.key);
    // Where the criterion as a whole has the same to say, its parts need not repeat it.
    if (old === undefined || old === part.state || (old === before.state && part.state === now.state)) return [];
    for (const title of partSections(part, before, now, comparison)) told.add(`${now.path}\n${title}`);
    const name = `Criterion ${now.number ?? now.key}${part.label}, ${part.title}`;
    return [{ kind: kindOf(old, part.state), text: `${name}: ${arrow(old, part.state)}.`, path: now.path ?? before.path }];
  });
}

/** The sections that address a part, on either side: that it came or went says what became of them. */
function partSections(part: PartCoverage, then: CriterionCoverage, now: CriterionCoverage, { before, after }: Comparison): string[] {
  const headings = [before.snapshot.facts(then.path ?? ''), after.snapshot.facts(now.path ?? '')].flatMap((facts) => facts?.headings ?? []);
  return headings.map(({ text }) => text).filter((text) => isSectionOf(part, text));
}

function stateChange(before: CriterionCoverage, now: CriterionCoverage, comparison: Comparison, told: Set<string>): Statement[] {
  if (before.state === now.state) return [];
  const { text, line } = reasonFor(before, now, comparison, told);
  const statement = {
    kind: kindOf(before.state, now.state),
    text: `${nameOf(now)}: ${arrow(before.state, now.state)}.${text}`,
    path: now.path ?? before.path,
  };
  return [line === undefined ? statement : { ...statement, line }];
}

interface Reason {
  /** Sentences, each behind a space; none where the states say it all. */
  readonly text: string;
  readonly line?: number;
}

function reasonFor(before: CriterionCoverage, now: CriterionCoverage, comparison: Comparison, told: Set<string>): Reason {
  if (now.path === undefined) return { text: withoutGuidance(before, now, comparison) };
  if (before.path === undefined) return { text: '' };
  const lost = now.unfilled.filter((title) => !before.unfilled.includes(title));
  const won = before.unfilled.filter((title) => !now.unfilled.includes(title));
  for (const title of [...lost, ...won]) told.add(`${now.path}\n${title}`);
  if (before.status !== now.status) told.add(`${now.path}\nstatus`);
  const facts = comparison.after.snapshot.facts(now.path);
  const headings = lost.map((title) => (facts ? headingNamed(facts, title) : -1));
  const first = headings.find((index) => index >= 0);
  const start = first === undefined ? undefined : facts?.headings[first]?.start;
  const line = start === undefined ? undefined : comparison.after.source(now.path)?.positionAt(start).line;
  const sentences = [
    ...lost.map((title, index) => `Its section ${quoted(title)} was ${(headings[index] ?? -1) < 0 ? 'taken out' : 'emptied'}.`),
    ...won.map((title) => `Its section ${quoted(title)} is filled now.`),
    ...(before.status === now.status ? [] : [`Its status was ${plain(before.status)} and is ${plain(now.status)} now.`]),
  ];
  return { text: sentences.map((sentence) => ` ${sentence}`).join(''), ...(line === undefined ? {} : { line }) };
}

function withoutGuidance(before: CriterionCoverage, now: CriterionCoverage, { after, pathAfter }: Comparison): string {
  if (before.path === undefined) return now.because === undefined ? '' : ` The reason given: ${ended(now.because)}`;
  const still = pathAfter.get(before.path) ?? '';
  const what = after.snapshot.facts(still) ? 'Its guidance was withdrawn, or belongs to something else now.' : 'Its guidance was removed.';
  return ` ${what}${now.because === undefined ? '' : ` The reason given: ${ended(now.because)}`}`;
}

function cells(before: ApplicationCoverage, after: ApplicationCoverage, several: boolean): Statement[] {
  const then = new Map(before.matrix.map((cell) => [cellKey(cell), cell]));
  const titleOf = (elements: readonly ElementCoverage[], key: string) => elements.find((one) => one.key === key);
  return after.matrix.flatMap((cell): Statement[] => {
    const old = then.get(cellKey(cell));
    if (!old || old.claims.length > 0 === cell.claims.length > 0) return [];
    const attribute = titleOf(after.attributes, cell.attribute);
    const domain = titleOf(after.domains, cell.domain);
    const which = `${domain?.shortTitle ?? cell.domain} × ${attribute ? elementName(attribute) : cell.attribute}`;
    const emptied = cell.claims.length === 0;
    const where = several ? ` of ${quoted(after.title)}` : '';
    return [
      {
        kind: emptied ? 'cell-emptied' : 'cell-filled',
        text: `The matrix cell ${which}${where} is ${emptied ? 'empty now: no criterion serves it any more' : 'filled now'}.`,
        path: (emptied ? old : cell).claims[0]?.path,
      },
    ];
  });
}

function cellKey({ attribute, domain }: MatrixCell): string {
  return `${attribute}\n${domain}`;
}

function nameOf({ number, key, shortTitle }: CriterionCoverage): string {
  return `Criterion ${number ?? key}, ${shortTitle}`;
}

function arrow(from: CoverageState, to: CoverageState): string {
  return `${stateWords(from)} → ${stateWords(to)}`;
}

function kindOf(from: CoverageState, to: CoverageState): ChangeKind {
  return RANK[to] > RANK[from] ? 'coverage-gained' : RANK[to] < RANK[from] ? 'coverage-lost' : 'coverage-changed';
}
