import type { TextEdit } from '../text/range.js';
import { fieldsOf } from '../workspace/document.js';
import { linkEditsForMove } from '../workspace/move-file.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { textsAt } from '../yaml/value.js';
import type { LocatedDiagnostic } from './finding.js';
import { applyFixes, type ResolvedFix, resolveFix } from './fix.js';
import type { SourceFor } from './report.js';

/** What one pass of fixing does to a file. */
export interface FilePlan {
  readonly path: string;
  /** The whole new text. */
  readonly text: string;
  /** The path that the file moves to. */
  readonly renameTo?: string;
  /** How many findings this mends. */
  readonly fixed: number;
}

/** A fix with the file that it is for. */
interface FileFix {
  readonly path: string;
  readonly fix: ResolvedFix;
}

/**
 * One pass of fixing: what becomes of each file. Fixes that get in each other's way wait for the next pass; a pass
 * that plans nothing is the last.
 *
 * A pass that moves files does nothing else: all other fixes were made for the paths from before.
 */
export function planFixes(diagnostics: readonly LocatedDiagnostic[], snapshot: WorkspaceSnapshot, sourceFor: SourceFor): FilePlan[] {
  const fixes = diagnostics.flatMap((diagnostic) => resolved(diagnostic, snapshot, sourceFor) ?? []);
  const moves = fixes.filter(({ fix }) => fix.renameTo !== undefined);
  const planned = planMoves(moves, snapshot, sourceFor);
  return planned.length > 0
    ? planned
    : planEdits(
        fixes.filter(({ fix }) => fix.renameTo === undefined),
        new Map(),
        sourceFor,
      );
}

function resolved({ path, fix }: LocatedDiagnostic, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): FileFix | undefined {
  const facts = fix && snapshot.facts(path);
  const source = facts && sourceFor(path);
  const made = source && resolveFix(fix, facts, source.text);
  return made && { path, fix: made };
}

/** The moves that can be made together, with the edits that keep references right; the others stay where they are. */
function planMoves(wanted: readonly FileFix[], snapshot: WorkspaceSnapshot, sourceFor: SourceFor): FilePlan[] {
  const free = freeMoves(wanted, snapshot);
  const moves = linkEditsForMove(snapshot, free) ? free : movesOneByOne(free, snapshot);
  const links = linkEditsForMove(snapshot, moves) ?? new Map<string, TextEdit[]>();
  const own = wanted.filter(({ path, fix }) => moves.get(path) === fix.renameTo && fix.edits.length > 0);
  return planEdits([...own, ...[...links].map(([path, edits]) => ({ path, fix: { edits } }))], moves, sourceFor);
}

/** The moves to paths where nothing is yet and where nobody would be led to something else. */
function freeMoves(wanted: readonly FileFix[], snapshot: WorkspaceSnapshot): Map<string, string> {
  const moves = new Map<string, string>();
  const taken = new Set(snapshot.markdown.flatMap((facts) => textsAt(fieldsOf(facts), 'aliases').map(pageOf)));
  for (const { path, fix } of wanted) {
    const target = fix.renameTo;
    // One document must never take the place of another.
    if (target === undefined || moves.has(path) || snapshot.hasFile(target) || taken.has(pageOf(target))) continue;
    taken.add(pageOf(target));
    moves.set(path, target);
  }
  return moves;
}

/** A path or old address as the page that it leads to; letter case is left to file systems that know none. */
function pageOf(path: string): string {
  return path
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\.(?:md|markdown|html?)$/i, '')
    .toLowerCase();
}

/** The moves that leave every reference right, where not all of them together do. */
function movesOneByOne(wanted: ReadonlyMap<string, string>, snapshot: WorkspaceSnapshot): Map<string, string> {
  let moves = new Map<string, string>();
  for (const move of wanted) {
    const more = new Map([...moves, move]);
    if (linkEditsForMove(snapshot, more)) moves = more;
  }
  return moves;
}

function planEdits(fixes: readonly FileFix[], moves: ReadonlyMap<string, string>, sourceFor: SourceFor): FilePlan[] {
  const byPath = new Map<string, ResolvedFix[]>([...moves.keys()].map((path) => [path, []]));
  for (const { path, fix } of fixes) {
    const same = byPath.get(path);
    if (same) same.push(fix);
    else byPath.set(path, [fix]);
  }
  return [...byPath].flatMap(([path, own]) => plan(path, own, moves.get(path), sourceFor));
}

function plan(path: string, fixes: readonly ResolvedFix[], renameTo: string | undefined, sourceFor: SourceFor): FilePlan[] {
  const source = sourceFor(path);
  if (!source) return [];
  const { text, applied } = applyFixes(source.text, fixes);
  if (text === source.text && renameTo === undefined) return [];
  const fixed = applied + (renameTo === undefined ? 0 : 1);
  return [{ path, text, fixed, ...(renameTo === undefined ? {} : { renameTo }) }];
}
