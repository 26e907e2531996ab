import { relative, resolve, sep } from 'node:path';
import { resolveFix } from '../../core/lint/fix.js';
import { identitiesOf } from '../../core/lint/identity.js';
import type { SourceText } from '../../core/text/source-text.js';
import type { Fix, LocatedDiagnostic, Severity } from '../../index.js';
import { digest } from '../../platform/node/facts-cache.js';
import type { CheckedRoot } from '../check-root.js';

/** A change of a file's text by lines and columns, from 1; the end is after the last character. */
export interface PlacedEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** A change that would mend a finding. */
export interface PlacedFix {
  readonly title: string;
  readonly edits: readonly PlacedEdit[];
}

/** A finding as reports for other programs tell it. */
export interface ReportedFinding {
  readonly diagnostic: LocatedDiagnostic;
  /** The file, from the folder that the report counts from, with `/`. */
  readonly path: string;
  /** A name by which the finding is known again in another run, whatever has been added above it: 40 hexadecimal digits. */
  readonly fingerprint: string;
  /** Whether it is about a file as a whole, and about no place in it. */
  readonly wholeFile: boolean;
  /** The text of a line of its file. */
  readonly line: (line: number) => string;
  readonly related: readonly { readonly path: string; readonly line: number; readonly column: number; readonly message: string }[];
  /** The changes that would mend it, the safe one first, each whole; none that moves a file. */
  readonly fixes: readonly PlacedFix[];
}

/** What a run of the linter found, for other programs. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  /** Every file that was checked, as `path` above names it. */
  readonly files: readonly string[];
  /** Whether more warnings were found than are allowed, so that they fail the run. */
  readonly warningsFail: boolean;
}

/** How severe findings are, from the gravest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Puts together what reports say.
 * @param base the folder that paths are told from: build servers want their checkout's own
 * @param withFixes whether fixes are wanted: the guidance has to be read for them
 */
export async function reportFrom(
  roots: readonly CheckedRoot[],
  { base, withFixes, warningsFail }: { base: string; withFixes: boolean; warningsFail: boolean },
): Promise<Report> {
  const pathIn = (root: CheckedRoot) => (path: string) =>
    relative(base, resolve(root.display(path)))
      .split(sep)
      .join('/');
  const findings = await Promise.all(roots.map((root) => findingsOf(root, pathIn(root), withFixes)));
  return { findings: findings.flat(), files: roots.flatMap((root) => root.files.map(pathIn(root))), warningsFail };
}

async function findingsOf(root: CheckedRoot, pathOf: (path: string) => string, withFixes: boolean): Promise<ReportedFinding[]> {
  const fixesOf = await fixesIn(root, withFixes);
  const names = identitiesOf(root.diagnostics, pathOf);
  return root.diagnostics.map((diagnostic, index) => ({
    diagnostic,
    path: pathOf(diagnostic.path),
    fingerprint: digest(names[index] ?? ''),
    wholeFile: diagnostic.range.end === 0,
    line: (line) => root.workspace.sourceFor(diagnostic.path)?.line(line) ?? '',
    related: diagnostic.related.map((place) => ({ ...place, path: pathOf(place.path) })),
    fixes: fixesOf(diagnostic),
  }));
}

async function fixesIn({ workspace, diagnostics }: CheckedRoot, wanted: boolean): Promise<(one: LocatedDiagnostic) => PlacedFix[]> {
  const fixable = diagnostics.some((one) => one.fix || one.suggestions);
  if (!wanted || !fixable) return () => [];
  const { snapshot } = await workspace.load();
  return ({ path, fix, suggestions = [] }) => {
    const facts = snapshot.facts(path);
    const source = workspace.sourceFor(path);
    if (!facts || !source) return [];
    return [...(fix ? [fix] : []), ...suggestions].flatMap((one) => placed(one, source, resolveFix(one, facts, source.text)) ?? []);
  };
}

function placed({ title }: Fix, source: SourceText, resolved: ReturnType<typeof resolveFix>): PlacedFix | undefined {
  if (!resolved || resolved.renameTo !== undefined || resolved.edits.length === 0) return undefined;
  const edits = resolved.edits.map(({ start, end, text }) => {
    const { line, column } = source.positionAt(start);
    const { line: endLine, column: endColumn } = source.positionAt(end);
    return { line, column, endLine, endColumn, text };
  });
  return { title, edits };
}

/** Findings from the gravest on; those that are equally grave stay in order. */
export function worstFirst(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return SEVERITIES.flatMap((severity) => findings.filter(({ diagnostic }) => diagnostic.severity === severity));
}
