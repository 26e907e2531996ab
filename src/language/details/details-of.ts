import type { Fields } from '../../core/facts/types.js';
import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import { typeTree } from '../fields/type-tree.js';
import type { LanguageDocument } from '../language-document.js';
import { FieldMaker } from './field-maker.js';
import { typeOptions } from './option-lists.js';
import type { Details, Problem } from './panel/form.js';

/**
 * A document's front matter as a form: made from the schema of its type alone, so that somebody's own type has one too.
 * @param diagnostics what the linter says of the document
 */
export function detailsOf(document: LanguageDocument, diagnostics: readonly LocatedDiagnostic[]): Details {
  const { facts, snapshot } = document;
  const { fields } = facts;
  if (facts.format !== 'markdown') return { state: 'none' };
  if (fields.state === 'missing' || fields.state === 'empty') return { state: 'missing', types: typeOptions(snapshot) };
  const tree = typeTree(facts, snapshot);
  if (fields.state !== 'parsed' || !tree) return { state: 'unreadable', problems: unreadable(fields, diagnostics) };
  const maker = new FieldMaker({ document, facts });
  const problems = maker.problems.at([]);
  const form = maker.fieldsOf(tree, fields.value, []);
  maker.problems.sort(diagnostics);
  const { title = '', description } = snapshot.types.get(facts.type ?? '')?.schema ?? {};
  return {
    state: 'form',
    title,
    ...(description === undefined ? {} : { help: description }),
    fields: form,
    lists: maker.lists.all,
    problems,
  };
}

/** What is said of front matter that cannot be read, and not of the text below it. */
function unreadable(fields: Fields, diagnostics: readonly LocatedDiagnostic[]): Problem[] {
  const end = fields.state === 'malformed' ? fields.range.end : Number.POSITIVE_INFINITY;
  const found = diagnostics.filter(({ severity, range }) => severity === 'error' && range.start <= end);
  return found.map(({ severity, message }) => ({ severity, message }));
}
