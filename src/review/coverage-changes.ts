import { type ApplicationCoverage, type CoverageState, type CriterionCoverage, coverageOf } from '../core/coverage/coverage.js';
import { STATE_WORDS } from '../core/coverage/state-words.js';
import { criterionReason, partReason } from './coverage-reasons.js';
import { matrixChanges } from './matrix-changes.js';
import type { Comparison } from './revision.js';
import type { ChangeKind, Statement } from './statement.js';
import { quoted } from './words.js';

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
    if (then && now)
      return [
        ...criteria(then, now, comparison, told),
        ...matrixChanges(then, now, { framework: comparison.after.snapshot.application(key)?.framework, several: before.size > 1 }),
      ];
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
  return [{ kind: 'framework-changed', text: `${nameOf(now)} is new in the framework: ${STATE_WORDS[now.state]}.`, path: now.path }];
}

function partChanges(before: CriterionCoverage, now: CriterionCoverage, comparison: Comparison, told: Set<string>): Statement[] {
  const then = new Map(before.parts.map((part) => [part.key, part.state]));
  return now.parts.flatMap((part): Statement[] => {
    const old = then.get(part.key);
    // Where the criterion as a whole has the same to say, its parts need not repeat it.
    if (old === undefined || old === part.state || (old === before.state && part.state === now.state)) return [];
    const name = `Criterion ${now.number ?? now.key}${part.label}, ${part.title}`;
    const { text, line } = partReason(part, before, now, comparison, told);
    const statement = { kind: kindOf(old, part.state), text: `${name}: ${arrow(old, part.state)}.${text}`, path: now.path ?? before.path };
    return [line === undefined ? statement : { ...statement, line }];
  });
}

function stateChange(before: CriterionCoverage, now: CriterionCoverage, comparison: Comparison, told: Set<string>): Statement[] {
  if (before.state === now.state) return [];
  const { text, line } = criterionReason(before, now, comparison, told);
  const statement = {
    kind: kindOf(before.state, now.state),
    text: `${nameOf(now)}: ${arrow(before.state, now.state)}.${text}`,
    path: now.path ?? before.path,
  };
  return [line === undefined ? statement : { ...statement, line }];
}

function nameOf({ number, key, shortTitle }: CriterionCoverage): string {
  return `Criterion ${number ?? key}, ${shortTitle}`;
}

function arrow(from: CoverageState, to: CoverageState): string {
  return `${STATE_WORDS[from]} → ${STATE_WORDS[to]}`;
}

function kindOf(from: CoverageState, to: CoverageState): ChangeKind {
  return RANK[to] > RANK[from] ? 'coverage-gained' : RANK[to] < RANK[from] ? 'coverage-lost' : 'coverage-changed';
}
