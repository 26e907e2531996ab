import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { OffsetRange, TextEdit } from '../../core/text/range.js';
import type { WorkspaceChange } from '../language-document.js';

/** What an editor offers to do at a place. */
export interface CodeAction {
  /** As an offer: “Add the section “Scope””. */
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor' | 'source.fixAll';
  readonly change: WorkspaceChange;
  /** The findings that it answers. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Whether it is safe to make without asking. */
  readonly isPreferred?: true;
  /** Where somebody has to go on writing, in the document as it is afterwards. */
  readonly cursor?: number;
}

/** A change of one file. */
export function changeOf(path: string, edits: readonly TextEdit[]): WorkspaceChange {
  return { edits: new Map([[path, edits]]) };
}

/** Whether two ranges have a place in common; a cursor at the end of a word is on it. */
export function touches(a: OffsetRange, b: OffsetRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
