import type { Fix, LocatedDiagnostic } from '../../core/lint/finding.js';
import { resolveFix } from '../../core/lint/fix.js';
import type { TextEdit } from '../../core/text/range.js';
import type { LanguageDocument, SourceFor, WorkspaceChange } from '../language-document.js';
import { fileRenameChange } from '../rename/rename-files.js';
import { type CodeAction, changeOf, touches } from './code-action.js';

/** The fixes and suggestions of findings, each as an action; what is safe comes first. */
export function findingActions(document: LanguageDocument, diagnostics: readonly LocatedDiagnostic[], sourceFor: SourceFor): CodeAction[] {
  const action = (diagnostic: LocatedDiagnostic, fix: Fix, safe: boolean): CodeAction[] => {
    const change = changeFor(fix, document, sourceFor);
    const preferred = safe ? { isPreferred: true as const } : {};
    return change ? [{ title: fix.title, kind: 'quickfix', change, diagnostics: [diagnostic], ...preferred }] : [];
  };
  return [
    ...diagnostics.flatMap((diagnostic) => (diagnostic.fix ? action(diagnostic, diagnostic.fix, true) : [])),
    ...diagnostics.flatMap((diagnostic) => (diagnostic.suggestions ?? []).flatMap((fix) => action(diagnostic, fix, false))),
  ];
}

/** A fix as a change; where it moves the file, what refers to the file goes along. */
function changeFor(fix: Fix, { facts, source, path, snapshot }: LanguageDocument, sourceFor: SourceFor): WorkspaceChange | undefined {
  const resolved = resolveFix(fix, facts, source.text);
  if (!resolved) return undefined;
  const { edits, renameTo } = resolved;
  if (renameTo === undefined) return changeOf(path, edits);
  if (snapshot.hasFile(renameTo)) return undefined;
  const moved = fileRenameChange(snapshot, [{ from: path, to: renameTo }], sourceFor);
  const own = [...(moved.edits.get(path) ?? []), ...edits];
  return { edits: new Map([...moved.edits, [path, own]]), renames: [{ from: path, to: renameTo }] };
}

/**
 * All fixes of a document that are safe and do not get in each other's way, in one; the others wait until it has been
 * linted again. Files stay where they are.
 */
export function fixAllAction({ facts, source, path }: LanguageDocument, diagnostics: readonly LocatedDiagnostic[]): CodeAction[] {
  const accepted: TextEdit[] = [];
  const fixed: LocatedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const resolved = diagnostic.path === path && diagnostic.fix ? resolveFix(diagnostic.fix, facts, source.text) : undefined;
    if (!resolved || resolved.renameTo !== undefined || resolved.edits.length === 0) continue;
    if (resolved.edits.some((edit) => accepted.some((other) => inTheWay(edit, other)))) continue;
    accepted.push(...resolved.edits);
    fixed.push(diagnostic);
  }
  if (fixed.length === 0) return [];
  const edits = accepted.sort((a, b) => a.start - b.start);
  return [{ title: 'Fix all that can be fixed safely', kind: 'source.fixAll', change: changeOf(path, edits), diagnostics: fixed }];
}

/** Whether two edits cannot both be made: they touch the same characters, or are put in at one place. */
function inTheWay(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start || (touches(a, b) && a.end !== b.start && b.end !== a.start);
}
