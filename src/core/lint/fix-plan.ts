import type { TextEdit } from '../text/range.js';
import { linkEditsForMove } from '../workspace/move-file.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
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

/**
 * One pass of fixing: what becomes of each file. Fixes that get in each other's way wait for the next pass; a pass
 * that plans nothing is the last.
 */
export function planFixes(diagnostics: readonly LocatedDiagnostic[], snapshot: WorkspaceSnapshot, sourceFor: SourceFor): FilePlan[] {
  const fixesByPath = new Map<string, ResolvedFix[]>();
  const moves = new Map<string, string>();
  for (const diagnostic of diagnostics) {
    const facts = snapshot.facts(diagnostic.path);
    const source = sourceFor(diagnostic.path);
    const resolved = diagnostic.fix && facts && source ? resolveFix(diagnostic.fix, facts, source.text) : undefined;
    if (!resolved) continue;
    const target = resolved.renameTo;
    if (target !== undefined) {
      // One document must never take the place of another.
      if (snapshot.hasFile(target) || moves.has(diagnostic.path) || [...moves.values()].includes(target)) continue;
      moves.set(diagnostic.path, target);
    }
    add(fixesByPath, diagnostic.path, resolved);
  }
  for (const [from, to] of moves) {
    for (const [path, edits] of linkEditsForMove(snapshot, from, to)) add(fixesByPath, path, { edits: edits as TextEdit[] });
  }
  return [...fixesByPath].flatMap(([path, fixes]) => plan(path, fixes, moves.get(path), sourceFor));
}

function plan(path: string, fixes: readonly ResolvedFix[], renameTo: string | undefined, sourceFor: SourceFor): FilePlan[] {
  const source = sourceFor(path);
  if (!source) return [];
  const { text, applied } = applyFixes(source.text, fixes);
  if (text === source.text && renameTo === undefined) return [];
  const fixed = applied + (renameTo === undefined ? 0 : 1);
  return [{ path, text, fixed, ...(renameTo === undefined ? {} : { renameTo }) }];
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
