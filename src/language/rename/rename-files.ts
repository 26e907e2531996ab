import { linkEditsForMove, type Moves } from '../../core/workspace/move-file.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { SourceFor, WorkspaceChange } from '../language-document.js';
import { occurrencesIn } from '../navigation/occurrences.js';
import { addEdit, addFieldEdits, type EditsByPath, type FieldChange } from './field-changes.js';
import { wikiText } from './wiki-edits.js';

/**
 * The edits that keep references right when files or folders are renamed or moved; the files are moved by whoever asks.
 *
 * Where a reference cannot be kept right it is left as it is, and the linter says so.
 * @param renames paths from the root
 * @returns edits by the paths that files have before
 */
export function fileRenameChange(
  snapshot: WorkspaceSnapshot,
  renames: readonly { readonly from: string; readonly to: string }[],
  sourceFor: SourceFor,
): WorkspaceChange {
  const moves = filesMoved(snapshot, renames);
  const edits: EditsByPath = linkEditsForMove(snapshot, moves, { partly: true }) ?? new Map();
  for (const facts of snapshot.markdown) {
    for (const reference of facts.references) {
      const to = reference.via === 'wiki-link' && snapshot.facts(reference.target) === undefined ? moves.get(reference.target) : undefined;
      if (reference.via !== 'wiki-link' || to === undefined) continue;
      addEdit(edits, facts.path, { start: reference.start, end: reference.end, text: wikiText(reference, { target: to }) });
    }
  }
  addFieldEdits(edits, manifestChanges(snapshot, moves), snapshot, sourceFor);
  return { edits };
}

/** Every file that moves, those of folders one by one. */
function filesMoved(snapshot: WorkspaceSnapshot, renames: readonly { readonly from: string; readonly to: string }[]): Moves {
  const moves = new Map<string, string>();
  for (const { from, to } of renames) {
    if (snapshot.hasFile(from)) moves.set(from, to);
    else for (const path of snapshot.filePaths) if (path.startsWith(`${from}/`)) moves.set(path, to + path.slice(from.length));
  }
  return moves;
}

/** The files that the manifest names by their paths. */
function manifestChanges(snapshot: WorkspaceSnapshot, moves: Moves): FieldChange[] {
  const manifest = snapshot.dataFiles.find(({ type }) => type === 'guidance');
  if (!manifest) return [];
  return [...moves].flatMap(([path, value]) =>
    occurrencesIn(manifest, { kind: 'file', path }, snapshot).flatMap((one) =>
      one.via === 'field' ? [{ path: manifest.path, field: one.field, value }] : [],
    ),
  );
}
