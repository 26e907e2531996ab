import { compare } from '../text/compare.js';
import type { Diagnostic, LocatedDiagnostic } from './finding.js';
import { checkLinks, documentDiagnostics, type LintInput, workspaceDiagnostics } from './linter.js';
import { reportOn, type SourceFor } from './report.js';

/** What is said of each file that has something to be said of, in order of place and rule. A list is the same value until it changes. */
export type ReportByPath = ReadonlyMap<string, readonly LocatedDiagnostic[]>;

/** A change of a root, as far as its report depends on it. */
export interface ReportedChange {
  /** The files that are new, other or gone. */
  readonly paths: readonly string[];
  /** The documents whose findings may be others now. */
  readonly affected: ReadonlySet<string>;
  /** Whether every document still says the same of itself, wherever it says it in its text. */
  readonly sameMeaning: boolean;
}

/**
 * The report of a root that changes: after a change only what it concerns is checked, put into words and located again.
 *
 * Invariant: it says the same as a report that is made anew.
 */
export class LiveReport {
  /** What is said of each document by itself and by what it refers to. */
  private readonly own = new Map<string, readonly Diagnostic[]>();
  /** What the rules about the whole root say of each file. */
  private ofRoot: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  private readonly located = new Map<string, readonly LocatedDiagnostic[]>();
  private everything = true;
  private readonly changed = new Set<string>();
  private readonly affected = new Set<string>();
  private rootToAsk = true;
  private madeFor = '';

  /** Notes a change, for the next report. */
  note({ paths, affected, sameMeaning }: ReportedChange): void {
    for (const path of paths) this.changed.add(path);
    for (const path of affected) this.affected.add(path);
    if (!sameMeaning) this.rootToAsk = true;
  }

  /** Whether nothing has been reported yet, or everything was forgotten. */
  get isBlank(): boolean {
    return this.everything;
  }

  /** Forgets everything. */
  reset(): void {
    this.everything = true;
  }

  /** The report as it is now. */
  current(input: LintInput, sourceFor: SourceFor): ReportByPath {
    const madeFor = `${input.today} ${input.config.fingerprint}`;
    if (madeFor !== this.madeFor) this.everything = true;
    this.madeFor = madeFor;
    const before = this.everything ? new Map<string, readonly LocatedDiagnostic[]>() : this.located;
    const again = this.checkAgain(input);
    this.askRoot(input, again);
    for (const [path, found] of before)
      if (found.some(({ related }) => related.some((place) => this.changed.has(place.path)))) again.add(path);
    this.locate(again, input, sourceFor);
    this.everything = false;
    this.changed.clear();
    this.affected.clear();
    return this.located;
  }

  /** Checks the documents that a change concerns; gives the files that have to be located again. */
  private checkAgain(input: LintInput): Set<string> {
    const { snapshot } = input;
    if (this.everything) this.own.clear();
    const all = () => [...snapshot.dataFiles, ...snapshot.markdown].map(({ path }) => path);
    const again = new Set(this.everything ? [...all(), ...this.located.keys()] : [...this.affected, ...this.changed]);
    for (const path of again) {
      const facts = snapshot.facts(path);
      if (facts) this.own.set(path, documentDiagnostics(facts, checkLinks(facts, input), input));
      else this.own.delete(path);
    }
    return again;
  }

  /** Asks the rules about the whole root, unless they would say the same in the same places. */
  private askRoot(input: LintInput, again: Set<string>): void {
    if (!this.everything && !this.rootToAsk && !this.pointsIntoChanged()) return;
    const before = this.ofRoot;
    const now = byPath(workspaceDiagnostics(input));
    for (const path of new Set([...before.keys(), ...now.keys()])) {
      if (JSON.stringify(before.get(path)) !== JSON.stringify(now.get(path))) again.add(path);
    }
    this.ofRoot = now;
    this.rootToAsk = false;
  }

  /** Whether a rule about the whole root has named a stretch of a text that is another now. */
  private pointsIntoChanged(): boolean {
    if (this.changed.size === 0) return false;
    for (const [path, found] of this.ofRoot) {
      for (const { at, related } of found) {
        if (this.changed.has(path) && !('field' in at)) return true;
        if (related.some((place) => this.changed.has(place.path) && !('field' in place.at))) return true;
      }
    }
    return false;
  }

  private locate(paths: ReadonlySet<string>, { snapshot, config }: LintInput, sourceFor: SourceFor): void {
    const found = [...paths].flatMap((path) => [...(this.own.get(path) ?? []), ...(this.ofRoot.get(path) ?? [])]);
    const now = byPath(reportOn(found, snapshot, config, sourceFor, paths));
    for (const path of paths) {
      const list = now.get(path);
      if (list) this.located.set(path, list);
      else this.located.delete(path);
    }
  }
}

/** A report as one list: in order of path, place and rule. */
export function inOneList(report: ReportByPath): readonly LocatedDiagnostic[] {
  return [...report].sort(([a], [b]) => compare(a, b)).flatMap(([, found]) => found);
}

function byPath<Found extends { readonly path: string }>(found: readonly Found[]): Map<string, readonly Found[]> {
  const lists = new Map<string, Found[]>();
  for (const one of found) {
    const list = lists.get(one.path);
    if (list) list.push(one);
    else lists.set(one.path, [one]);
  }
  return lists;
}
