import { type SchemaTree, schemaAt } from '../../core/schema/annotations.js';
import { applyEdits, type TextEdit } from '../../core/text/range.js';
import { editField, type FieldEdit } from '../../core/yaml/edit-yaml.js';
import { parseYaml } from '../../core/yaml/parse-yaml.js';
import { type FieldPath, isMapping, type Mapping, type Value, valueAt } from '../../core/yaml/value.js';
import { typeTree } from '../fields/type-tree.js';
import type { LanguageDocument } from '../language-document.js';
import type { Refusal } from '../rename/refusal.js';
import { requiredOf } from '../scaffold/front-matter.js';
import { addFrontMatter } from './add-front-matter.js';
import { emptyItem } from './empty-item.js';
import { cellEdits } from './grid-edits.js';
import type { DetailsChange } from './panel/change.js';
import { smallest } from './smallest-edit.js';

/** A change for which the front matter is written in too unusual a way. */
const TOO_UNUSUAL = 'The form cannot make this change safely, as the front matter is written. Make it in the text.';
const GONE = 'This is no longer in the document. The form shows it as it is now.';

/**
 * The text edits that make a change of the form: comments, the order of fields and the way they are written stay. What
 * is written is read again before it is handed out, so that an edit gives the value that was set, or there is none.
 * @returns offsets from the start of the document; no edit where everything is so already
 */
export function detailsEdit(document: LanguageDocument, change: DetailsChange): readonly TextEdit[] | Refusal {
  if ('type' in change) return addFrontMatter(document, change.type);
  const { facts, source, snapshot } = document;
  const tree = typeTree(facts, snapshot);
  if (facts.fields.state !== 'parsed' || !tree) return { refused: 'The front matter cannot be read just now. Mend it in the text first.' };
  const { start, end } = facts.fields.range;
  const text = source.text.slice(start, end);
  const edits = fieldEdits(change, facts.fields.value, tree, document);
  if (!edits) return { refused: GONE };
  let after = text;
  let expected: Value = facts.fields.value;
  for (const edit of edits) {
    const made = editField(after, edit);
    if (!made) return { refused: TOO_UNUSUAL };
    after = applyEdits(after, [made]).text;
    expected = changed(expected, edit);
  }
  if (JSON.stringify(sorted(parseYaml(after).value)) !== JSON.stringify(sorted(expected))) return { refused: TOO_UNUSUAL };
  return smallest(text, after).map((edit) => ({ start: edit.start + start, end: edit.end + start, text: edit.text }));
}

/** A change as changes of fields, to be made one after the other; undefined where what it is about is gone. */
function fieldEdits(
  change: Exclude<DetailsChange, { type: string }>,
  value: Mapping,
  tree: SchemaTree,
  document: LanguageDocument,
): FieldEdit[] | undefined {
  const { path } = change;
  if ('filled' in change) return cellEdits(change, value, tree, document, (at) => removals(at, value, tree));
  const written = valueAt(value, path);
  if ('moveTo' in change) return written === undefined ? undefined : [{ field: path, moveTo: change.moveTo }];
  if ('remove' in change) return removals(path, value, tree);
  if ('insert' in change) {
    const item = change.insert ?? emptyItem(schemaAt(tree, [...path, 0]));
    return Array.isArray(written) || written === null ? [{ field: path, append: item }] : setting(path, [item], value);
  }
  return written === change.value ? [] : setting(path, change.value, value);
}

/** Sets a value; groups above it that are not there come with it. */
function setting(path: FieldPath, set: Value, value: Mapping): FieldEdit[] | undefined {
  let field = path;
  let whole = set;
  while (field.length > 1) {
    const above = valueAt(value, field.slice(0, -1));
    if (isMapping(above) || Array.isArray(above)) break;
    const step = field[field.length - 1];
    if (typeof step !== 'string' || (above !== undefined && above !== null)) return undefined;
    whole = { [step]: whole };
    field = field.slice(0, -1);
  }
  const step = field[field.length - 1];
  // An item that is no longer there is not put back.
  if (typeof step === 'number' && valueAt(value, field) === undefined) return undefined;
  return [{ field, set: whole }];
}

/** Takes out a field, with what would be left empty by that; one that has to be there is emptied instead. */
function removals(path: FieldPath, value: Mapping, tree: SchemaTree): FieldEdit[] | undefined {
  if (valueAt(value, path) === undefined) return typeof path[path.length - 1] === 'number' ? undefined : [];
  let field = path;
  for (;;) {
    const above = field.slice(0, -1);
    const parent = valueAt(value, above);
    const isLast = Object.keys(parent as object).length === 1;
    if (!isLast || above.length === 0) break;
    // A list is gone with its last item; a group of a list stays, since it is taken out by itself.
    if (typeof above[above.length - 1] === 'number') return [{ field, set: '' }];
    field = above;
  }
  const name = field[field.length - 1];
  const parent = schemaAt(tree, field.slice(0, -1));
  const isRequired = typeof name === 'string' && parent !== undefined && requiredOf(parent.schema).includes(name);
  const isSingle = typeof valueAt(value, field) !== 'object' || valueAt(value, field) === null;
  if (isRequired && isSingle) return valueAt(value, field) === '' ? [] : [{ field, set: '' }];
  return [{ field, remove: true }];
}

/** What a value is to be after a change of one of its fields. */
function changed(value: Value, edit: FieldEdit): Value {
  const [step, ...rest] = edit.field;
  if (step === undefined) {
    if ('append' in edit) return [...(Array.isArray(value) ? value : []), edit.append];
    return 'set' in edit ? edit.set : value;
  }
  if (rest.length === 0 && 'remove' in edit) return without(value, step);
  if (rest.length === 0 && 'moveTo' in edit) return moved(value as readonly Value[], Number(step), edit.moveTo);
  const below = changed(valueAt(value, [step]) ?? null, { ...edit, field: rest });
  if (Array.isArray(value)) return value.map((item: Value, index) => (index === step ? below : item));
  return { ...(value as Mapping), [step]: below };
}

function without(value: Value, step: string | number): Value {
  if (Array.isArray(value)) return value.filter((_, index) => index !== step);
  return Object.fromEntries(Object.entries(value as Mapping).filter(([name]) => name !== step)) as Mapping;
}

function moved(list: readonly Value[], from: number, to: number): Value {
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

/** The same value with the fields of each mapping in one order, for comparing. */
function sorted(value: Value | undefined): unknown {
  if (Array.isArray(value)) return value.map((item: Value) => sorted(item));
  if (!isMapping(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, child]) => [name, sorted(child)]);
}
