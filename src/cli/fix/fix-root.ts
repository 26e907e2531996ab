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
  /** What is left once the changes are made. */
  readonly left: LintReport;
  /** The folder as it is then. */
  readonly workspace: Workspace;
  /** Whether there would be more to do. */
  readonly unfinished: boolean;
}

/**
 * Fixes a guidance folder in memory, pass by pass, until nothing is left to do. Nothing is written: what is to be
 * written comes back, each file once.
 * @param mayFix whether the findings in a file, by the path that it has on disk, may be fixed
 */
export async function fixInMemory(root: string, options: WorkspaceOptions, mayFix: (path: string) => boolean): Promise<FixOutcome> {
  const state: FixState = { overlay: new Map(), origins: new Map(), before: new Map() };
  for (let pass = 1; ; pass++) {
    const overlay = state.overlay.size === 0 ? {} : { overlay: new Map(state.overlay) };
    const workspace = await openWorkspace(root, { ...options, ...overlay });
    const left = await lint(workspace);
    const wanted = left.diagnostics.filter((one) => one.fix && mayFix(originOf(one.path, state)));
    const last = pass > MOST_PASSES;
    const changed = wanted.length > 0 && !last && (await onePass(wanted, workspace, state));
    if (!changed) return { changes: changesOf(state), left, workspace, unfinished: last && wanted.length > 0 };
  }
}

interface FixState {
  /** Texts by the path that a file has now; `null` where it has moved away. */
  readonly overlay: Map<string, string | null>;
  /** The path on disk by the path that a file has now. */
  readonly origins: Map<string, string>;
  /** The text on disk by the path on disk. */
  readonly before: Map<string, string>;
}

async function onePass(wanted: readonly LocatedDiagnostic[], workspace: Workspace, state: FixState): Promise<boolean> {
  const { snapshot } = await workspace.load();
  const plans = planFixes(wanted, snapshot, workspace.sourceFor);
  for (const { path, text, renameTo } of plans) {
    const origin = originOf(path, state);
    if (!state.before.has(origin)) state.before.set(origin, workspace.sourceFor(path)?.text ?? '');
    if (renameTo !== undefined) {
      state.overlay.set(path, null);
      state.origins.set(renameTo, origin);
    }
    state.overlay.set(renameTo ?? path, text);
  }
  return plans.length > 0;
}

function changesOf({ overlay, origins, before }: FixState): FileChange[] {
  const changes = [...overlay].flatMap(([now, after]): FileChange[] => {
    if (after === null) return [];
    const path = origins.get(now) ?? now;
    const moved = path === now ? {} : { renameTo: now };
    const old = before.get(path) ?? '';
    return old === after && path === now ? [] : [{ path, before: old, after, ...moved }];
  });
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function originOf(path: string, { origins }: FixState): string {
  return origins.get(path) ?? path;
}
