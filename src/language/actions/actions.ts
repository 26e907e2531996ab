import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { LanguageDocument, SourceFor, WorkspaceChange } from '../language-document.js';
import { type CodeAction, touches } from './code-action.js';
import { createActions } from './create-actions.js';
import { fieldActions, reviewActions } from './field-actions.js';
import { findingActions, fixAllAction } from './finding-actions.js';
import { linkActions } from './link-actions.js';
import { sectionActions } from './section-actions.js';
import { suppressActions } from './suppress-actions.js';

/**
 * What can be done at a place of a document: the fixes and suggestions of the findings there, what is missing there,
 * and what else makes sense; no two actions do the same.
 * @param diagnostics those of the document, of which the ones that touch the range are answered
 */
export function actionsAt(
  document: LanguageDocument,
  range: OffsetRange,
  diagnostics: readonly LocatedDiagnostic[],
  sourceFor: SourceFor,
): CodeAction[] {
  const own = diagnostics.filter(({ path }) => path === document.path);
  const here = own.filter((diagnostic) => touches(diagnostic.range, range));
  const all = [
    ...findingActions(document, here, sourceFor),
    ...createActions(document, range, here),
    ...fieldActions(document, range),
    ...sectionActions(document, range),
    ...linkActions(document, range),
    ...reviewActions(document, range),
    ...suppressActions(document, here),
    ...fixAllAction(document, own),
  ];
  const seen = new Set<string>();
  return all.filter(({ kind, change }) => {
    const does = `${kind === 'source.fixAll'} ${wordsOf(change)}`;
    return seen.has(does) ? false : seen.add(does);
  });
}

/** What a change does, so that two can be compared. */
function wordsOf({ edits, renames, creates }: WorkspaceChange): string {
  return JSON.stringify([[...edits], renames, creates]);
}
