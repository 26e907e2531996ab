import { join } from 'node:path';
import { type LintReport, type LocatedDiagnostic, lint, MANIFEST, openWorkspace, type Workspace, type WorkspaceOptions } from '../index.js';
import { fromHere, isSelected, type RootTarget } from './roots.js';

/** What was found in one guidance folder, in the files that were asked about. */
export interface CheckedRoot {
  readonly target: RootTarget;
  readonly workspace: Workspace;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The files that were asked about and are part of the guidance. */
  readonly files: readonly string[];
  /** A path of the root as people name it from where they are. */
  readonly display: (path: string) => string;
}

/** Lints a guidance folder whole, and keeps what concerns the files that were asked about. */
export async function checkRoot(target: RootTarget, options: WorkspaceOptions): Promise<CheckedRoot> {
  const workspace = await openWorkspace(target.root, options);
  return askedAbout(target, workspace, await lint(workspace), options);
}

/** What a report says about the files that were asked about. */
export function askedAbout(target: RootTarget, workspace: Workspace, report: LintReport, options: WorkspaceOptions): CheckedRoot {
  return {
    target,
    workspace,
    diagnostics: report.diagnostics.filter((one) => isSelected(one.path, target.selected) || stopsEverything(one)),
    files: report.files.filter((path) => isSelected(path, target.selected)),
    display: displayIn(target, options),
  };
}

/** Tells paths of a root as people name them from where they are. */
export function displayIn({ root }: RootTarget, { configFile }: WorkspaceOptions): (path: string) => string {
  return (path) => fromHere(path === MANIFEST && configFile !== undefined ? configFile : join(root, path));
}

/** Whether a finding means that the tool or its configuration failed. */
export function isFailure(diagnostic: LocatedDiagnostic): boolean {
  return isCrash(diagnostic) || diagnostic.ruleId === 'internal/configuration' || stopsEverything(diagnostic);
}

/** Whether a finding means that the tool itself has a fault: in a rule, or where a file is read. */
export function isCrash({ ruleId, messageId }: LocatedDiagnostic): boolean {
  return ruleId === 'internal/rule-crashed' || (ruleId === 'internal/unreadable-file' && messageId === 'failed');
}

/** An error in the manifest makes everything else doubtful: it is told whatever files were asked about. */
function stopsEverything(diagnostic: LocatedDiagnostic): boolean {
  return diagnostic.path === MANIFEST && diagnostic.severity === 'error';
}
