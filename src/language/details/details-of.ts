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
  if (fields.state !== 'parsed' || !tree) return { state: 'unreadable', problems: unreadable(diagnostics) };
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

/** While front matter cannot be read, errors are about that before anything else. */
function unreadable(diagnostics: readonly LocatedDiagnostic[]): Problem[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ severity, message }) => ({ severity, message }));
}
