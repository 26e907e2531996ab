import { schemaAt } from '../../core/schema/annotations.js';
import type { OffsetRange, TextEdit } from '../../core/text/range.js';
import { editField } from '../../core/yaml/edit-yaml.js';
import { parseYaml } from '../../core/yaml/parse-yaml.js';
import { type FieldPath, isMapping, type Value, valueAt } from '../../core/yaml/value.js';
import type { LanguageDocument, WorkspaceChange } from '../language-document.js';
import { fieldRange } from '../navigation/places.js';
import { type FieldSources, fieldLines } from '../scaffold/front-matter.js';
import { type CodeAction, changeOf, touches } from './code-action.js';

/** The field that says when a document was last reviewed. */
const REVIEWED = 'last_reviewed_on';

/** The fields that are required and not there, each to be added with a placeholder or the most modest choice. */
export function fieldActions(document: LanguageDocument, range: OffsetRange): CodeAction[] {
  const { facts, snapshot, source, path } = document;
  const tree = snapshot.types.get(facts.type ?? '')?.tree;
  if (facts.fields.state !== 'parsed' || !tree) return [];
  const whole = { start: 0, end: facts.fields.range.end };
  return facts.fields.violations.flatMap((violation): CodeAction[] => {
    if (violation.kind !== 'missing') return [];
    const at = violation.path.length === 0 ? whole : fieldRange(facts, source, violation.path);
    if (!touches(at, range)) return [];
    const field = [...violation.path, violation.field];
    const edit = addition(document, field, fieldLines(violation.field, schemaAt(tree, field), sourcesOf(document)));
    const title = `Add the field “${violation.field}”`;
    return edit ? [{ title, kind: 'quickfix', change: changeOf(path, [edit]), diagnostics: [] }] : [];
  });
}

function sourcesOf({ facts, snapshot, today }: LanguageDocument): FieldSources {
  return { framework: snapshot.frameworkOf(facts), today, sources: snapshot.sources.map(({ id }) => id) };
}

function addition(document: LanguageDocument, field: FieldPath, lines: readonly string[]): TextEdit | undefined {
  const { value } = parseYaml(lines.join('\n'));
  const set = isMapping(value) ? value[String(field[field.length - 1])] : undefined;
  return set === undefined ? undefined : fieldEdit(document, field, set);
}

function fieldEdit({ facts, source }: LanguageDocument, field: FieldPath, set: Value): TextEdit | undefined {
  if (facts.fields.state !== 'parsed') return undefined;
  const { start, end } = facts.fields.range;
  const edit = editField(source.text.slice(start, end), { field, set });
  return edit && { start: edit.start + start, end: edit.end + start, text: edit.text };
}

/** A document marked as reviewed today; undefined where its type knows no reviews, or it is already. */
export function markReviewed(document: LanguageDocument): WorkspaceChange | undefined {
  const { facts, snapshot, path, today } = document;
  const tree = snapshot.types.get(facts.type ?? '')?.tree;
  if (facts.fields.state !== 'parsed' || facts.format !== 'markdown' || !tree?.properties.has(REVIEWED)) return undefined;
  if (valueAt(facts.fields.value, [REVIEWED]) === today) return undefined;
  const edit = fieldEdit(document, [REVIEWED], today);
  return edit && changeOf(path, [edit]);
}

/** The same as an action, offered in the front matter. */
export function reviewActions(document: LanguageDocument, range: OffsetRange): CodeAction[] {
  const { fields } = document.facts;
  const change = fields.state === 'parsed' && touches({ start: 0, end: fields.range.end }, range) ? markReviewed(document) : undefined;
  return change ? [{ title: 'Mark as reviewed today', kind: 'refactor', change, diagnostics: [] }] : [];
}
