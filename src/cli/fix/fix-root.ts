import {
  type LintReport,
  type LocatedDiagnostic,
  lint,
  openWorkspace,
  planFixes,
  type Workspace,
  type WorkspaceOptions,
} from '../../index.js';

/** Fixes can make way for each other; after so many rounds they are going in circles. */
const MOST_PASSES = 10;

/** What fixing makes of one file. */
export interface FileChange {
  /** The path that it has on disk. */
  readonly path: string;
  /** The path that it moves to. */
  readonly renameTo?: string;
  readonly before: string;
  readonly after: string;
}

/** What fixing makes of a guidance folder. */
export interface FixOutcome {
  readonly changes: readonly FileChange[];
  /** The folder as it is on disk, with what was found in it. */
  readonly before: FixState;
  /** The folder once the changes are made, with what is left. */
  readonly after: FixState;
  /** The path on disk of a path that a file has once the changes are made. */
  readonly originOf: (path: string) => string;
  /** Whether there would be more to do. */
  readonly unfinished: boolean;
}

/** A guidance folder at one moment, with what was found in it. */
export interface FixState {
  readonly workspace: Workspace;
  readonly report: LintReport;
}

/**
 * Fixes a guidance folder in memory, pass by pass, until nothing is left to do. Nothing is written: what is to be
 * written comes back, each file once.
 * @param mayFix whether the findings in a file, by the path that it has on disk, may be fixed
 */
export async function fixInMemory(root: string, options: WorkspaceOptions, mayFix: (path: string) => boolean): Promise<FixOutcome> {
  const progress: FixProgress = { overlay: new Map(), origins: new Map(), before: new Map() };
  let before: FixState | undefined;
  for (let pass = 1; ; pass++) {
    const overlay = progress.overlay.size === 0 ? {} : { overlay: new Map(progress.overlay) };
    const workspace = await openWorkspace(root, { ...options, ...overlay });
    const report = await lint(workspace);
    before ??= { workspace, report };
    const wanted = report.diagnostics.filter((one) => one.fix && mayFix(originOf(one.path, progress)));
    const last = pass > MOST_PASSES;
    const changed = wanted.length > 0 && !last && (await onePass(wanted, workspace, progress));
    if (changed) continue;
    return {
      changes: changesOf(progress),
      before,
      after: { workspace, report },
      originOf: (path) => originOf(path, progress),
      unfinished: last && wanted.length > 0,
    };
  }
}

interface FixProgress {
  /** Texts by the path that a file has now; `null` where it has moved away. */
  readonly overlay: Map<string, string | null>;
  /** The path on disk by the path that a file has now. */
  readonly origins: Map<string, string>;
  /** The text on disk by the path on disk. */
  readonly before: Map<string, string>;
}

async function onePass(wanted: readonly LocatedDiagnostic[], workspace: Workspace, progress: FixProgress): Promise<boolean> {
  const { snapshot } = await workspace.load();
  const plans = planFixes(wanted, snapshot, workspace.sourceFor);
  for (const { path, text, renameTo } of plans) {
    const origin = originOf(path, progress);
    if (!progress.before.has(origin)) progress.before.set(origin, workspace.sourceFor(path)?.text ?? '');
    if (renameTo !== undefined) {
      progress.overlay.set(path, null);
      progress.origins.set(renameTo, origin);
    }
    progress.overlay.set(renameTo ?? path, text);
  }
  return plans.length > 0;
}

function changesOf({ overlay, origins, before }: FixProgress): FileChange[] {
  const changes = [...overlay].flatMap(([now, after]): FileChange[] => {
    if (after === null) return [];
    const path = origins.get(now) ?? now;
    const moved = path === now ? {} : { renameTo: now };
    const old = before.get(path) ?? '';
    return old === after && path === now ? [] : [{ path, before: old, after, ...moved }];
  });
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function originOf(path: string, { origins }: FixProgress): string {
  return origins.get(path) ?? path;
}
