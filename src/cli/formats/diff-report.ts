import type { GuidanceDiff } from '../../review/diff.js';
import { type Statement, type Weight, weightOf } from '../../review/statement.js';
import { verdictOf } from '../../review/verdict.js';

/** A revision as a report names it. */
export interface NamedRevision {
  /** As it was asked for. */
  readonly name: string;
  /** The full name of its commit. */
  readonly commit: string;
}

/** Pictures of the map of one application, by the addresses at which they can be seen. */
export interface MapPictures {
  readonly title: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What is told about a change, in whatever format. */
export interface DiffReport {
  readonly diff: GuidanceDiff;
  /** The guidance folder, from the top of the repository; `.` where it is all of it. */
  readonly place: string;
  readonly base: NamedRevision;
  readonly head: NamedRevision;
  /** Whether the base is where the head's line of history left what was asked for, and not that itself. */
  readonly parted: boolean;
  /** Sentences about what could not be looked at. */
  readonly notes: readonly string[];
  readonly maps: readonly MapPictures[];
  /** A path of the guidance as people know it from where they are. */
  readonly display: (path: string) => string;
}

/** Statements under the heading that says how to take them. */
export interface StatementGroup {
  readonly weight: Weight;
  readonly title: string;
  readonly statements: readonly Statement[];
}

const TITLES: readonly (readonly [Weight, string])[] = [
  ['worse', 'Gets worse'],
  ['better', 'Gets better'],
  ['neutral', 'Is different'],
  ['read-again', 'Should be read again, by whoever owns it'],
];

/** The statements of a change, what gets worse first; groups without any are left out. */
export function groupsOf({ diff }: DiffReport): StatementGroup[] {
  return TITLES.map(([weight, title]) => ({
    weight,
    title,
    statements: diff.statements.filter(({ kind }) => weightOf(kind) === weight),
  })).filter(({ statements }) => statements.length > 0);
}

/** The sentences that sum a change up. */
export function verdictSentences({ diff, notes }: DiffReport): string[] {
  return [...verdictOf(diff), ...notes];
}

/** “Compared 1a2b3c4d5, where feature left main, with feature (5d4c3b2a1).” */
export function comparedSentence({ base, head, parted }: DiffReport): string {
  const short = (commit: string) => commit.slice(0, 9);
  const from = parted ? `${short(base.commit)}, where ${head.name} left ${base.name},` : `${base.name} (${short(base.commit)})`;
  return `Compared ${from} with ${head.name} (${short(head.commit)}).`;
}

/** The place of a statement: “rasso/feedback-culture.md:31”; undefined where it has none. */
export function placeOf({ path, line }: Statement, { display }: DiffReport): string | undefined {
  if (path === undefined) return undefined;
  return line === undefined ? display(path) : `${display(path)}:${line}`;
}
