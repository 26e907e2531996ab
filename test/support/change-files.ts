import { applyEdits } from '../../src/core/text/range.js';
import type { WorkspaceChange } from '../../src/language/language-document.js';
import type { Files } from './root-arbitrary.js';

/**
 * The files of a root after a change.
 * @throws Error where edits get in each other's way or a file is not there
 */
export function changed(files: Files, { edits, renames = [], creates = [] }: WorkspaceChange): Files {
  const after: Record<string, string> = { ...files };
  for (const [path, own] of edits) {
    const text = files[path];
    if (text === undefined) throw new Error(`an edit of ${path}, which is not there`);
    const applied = applyEdits(text, own);
    if (applied.rejected.length > 0) throw new Error(`edits of ${path} get in each other’s way: ${JSON.stringify(own)}`);
    after[path] = applied.text;
  }
  for (const { from, to } of renames) {
    after[to] = after[from] ?? '';
    delete after[from];
  }
  for (const { path, text } of creates) after[path] = text;
  return after;
}

/** Where an offset is once a file has been changed. */
export function movedOffset(offset: number, { edits }: WorkspaceChange, path: string): number {
  const before = (edits.get(path) ?? []).filter((edit) => edit.end <= offset);
  return offset + before.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
}
