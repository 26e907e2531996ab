/**
 * The library behind the command line: open a guidance folder, lint it, compute its coverage.
 *
 * @example
 * const workspace = await openWorkspace('guidance');
 * const { diagnostics } = await lint(workspace);
 * const { applications } = await coverage(workspace);
 */
import { type Coverage, coverageOf } from './core/coverage/coverage.js';
import type { Rule } from './core/lint/rule.js';
import { findRoot } from './platform/node/find-root.js';
import { type LintReport, type OpenOptions, Workspace } from './platform/node/workspace.js';
import { rules } from './rules/index.js';

export type {
  ApplicationCoverage,
  Coverage,
  CoverageState,
  CriterionCoverage,
  ElementCoverage,
  MatrixCell,
  PartCoverage,
} from './core/coverage/coverage.js';
export type { Fix, LocatedDiagnostic, LocatedPlace, Severity } from './core/lint/finding.js';
export { type FilePlan, planFixes } from './core/lint/fix-plan.js';
export type { Rule, RuleGroup } from './core/lint/rule.js';
export { defineDocumentRule, defineLinkedRule, defineWorkspaceRule } from './core/lint/rule.js';
export { type ElementKind, elementsOf, type Framework, type FrameworkElement, findElement } from './core/model/framework.js';
export { isSeverity, MANIFEST, type RuleSettings } from './core/model/manifest.js';
export { isCalendarDate } from './core/schema/dates.js';
export { didYouMean, listOf } from './core/text/suggest.js';
export { frameworkNamed, guidanceOf } from './core/workspace/application.js';
export type { WorkspaceSnapshot } from './core/workspace/snapshot.js';
export type { Overlay } from './platform/node/overlay.js';
export { UsageError } from './platform/node/usage-error.js';
export type { LintReport, LoadedRoot } from './platform/node/workspace.js';
export { Workspace } from './platform/node/workspace.js';
export { rules };

/** How a guidance folder is opened; every setting may be left out. */
export type WorkspaceOptions = Partial<OpenOptions> & { readonly rules?: readonly Rule[] };

/**
 * Opens the guidance folder that a path belongs to. Nothing is read before it is asked for.
 * @throws UsageError where neither the path nor a folder above it has a guidance.yml
 */
export async function openWorkspace(path: string, options: WorkspaceOptions = {}): Promise<Workspace> {
  return new Workspace(findRoot(path), { ...options, rules: options.rules ?? rules });
}

/** Runs every rule on a guidance folder; diagnostics are in order of path, place and rule. */
export function lint(workspace: Workspace): Promise<LintReport> {
  return workspace.lint();
}

/** Computes how far the guidance of each application covers its framework. */
export async function coverage(workspace: Workspace): Promise<Coverage> {
  return coverageOf((await workspace.load()).snapshot);
}
