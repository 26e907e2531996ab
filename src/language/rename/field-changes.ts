import type { DocumentFacts } from '../../core/facts/types.js';
import { compare } from '../../core/text/compare.js';
import type { TextEdit } from '../../core/text/range.js';
import { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { editField } from '../../core/yaml/edit-yaml.js';
import { type FieldPath, isMapping, type Mapping, type Value } from '../../core/yaml/value.js';
import type { SourceFor } from '../language-document.js';

/** A field that gets another text. */
export interface FieldChange {
  readonly path: string;
  readonly field: FieldPath;
  readonly value: string;
}

/** Edits by path, to which more are added file by file. */
export type EditsByPath = Map<string, TextEdit[]>;

/** Adds an edit of a file. */
export function addEdit(edits: EditsByPath, path: string, edit: TextEdit): void {
  const same = edits.get(path);
  if (same) same.push(edit);
  else edits.set(path, [edit]);
}

/**
 * The edits that give fields other texts, added to those that there are.
 * @returns whether every field could be changed: each has to be there, in a file that can be read
 */
export function addFieldEdits(
  edits: EditsByPath,
  changes: readonly FieldChange[],
  snapshot: WorkspaceSnapshot,
  sourceFor: SourceFor,
): boolean {
  for (const { path, field, value } of changes) {
    const fields = snapshot.facts(path)?.fields;
    const source = sourceFor(path);
    if (fields?.state !== 'parsed' || !source) return false;
    const base = fields.range.start;
    const edit = editField(source.text.slice(base, fields.range.end), { field, set: value });
    if (!edit) return false;
    addEdit(edits, path, { start: edit.start + base, end: edit.end + base, text: edit.text });
  }
  return true;
}

/** A root as it is once fields have other texts; all else, the places in its texts too, is as before. */
export function withFields(before: WorkspaceSnapshot, changes: readonly FieldChange[]): WorkspaceSnapshot {
  const changed = new Map<string, DocumentFacts>();
  for (const { path, field, value } of changes) {
    const facts = changed.get(path) ?? before.facts(path);
    if (facts?.fields.state !== 'parsed') continue;
    const annotations = facts.fields.annotations.map((one) =>
      one.path.length === field.length && one.path.every((step, index) => step === field[index]) ? { ...one, value } : one,
    );
    const fields = { ...facts.fields, value: withValue(facts.fields.value, field, value) as Mapping, annotations };
    changed.set(path, { ...facts, fields });
  }
  const documents = [...before.dataFiles, ...before.markdown].map((facts) => changed.get(facts.path) ?? facts);
  documents.sort((a, b) => compare(a.path, b.path));
  return new WorkspaceSnapshot(before.revision, before.types, documents, new Set(before.filePaths));
}

function withValue(at: Value | undefined, [step, ...rest]: FieldPath, value: Value): Value {
  if (step === undefined) return value;
  if (Array.isArray(at)) return (at as readonly Value[]).map((item, index) => (index === step ? withValue(item, rest, value) : item));
  return isMapping(at) ? { ...at, [step]: withValue(at[step], rest, value) } : (at ?? null);
}
