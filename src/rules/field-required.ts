import type { DocumentFacts } from '../core/facts/types.js';
import type { Fix } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { type SchemaTree, schemaAt } from '../core/schema/annotations.js';
import type { FieldPath } from '../core/yaml/value.js';
import { fieldName } from './support/field-name.js';
import { meantField } from './support/meant-field.js';
import { concernsType, violationsOfKind } from './support/violations.js';

/** Longer lists of choices are left to the editor's completion. */
const OFFERS = 5;

export const rule = defineDocumentRule({
  id: 'field-required',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require the fields that every document of a type has',
    defaultSeverity: 'error',
    fixable: true,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      missing: 'Add the field “{field}”, which every document of type “{type}” has.{help}',
      'missing-in-data': 'Add the field “{field}”, which this file needs.{help}',
      'missing-in-entry': 'Add “{field}” to “{entry}”.{help}',
    },
  },
  check({ facts, types, report }) {
    for (const { path, field, help } of violationsOfKind(facts, 'missing')) {
      const at: FieldPath = [...path, field];
      if (concernsType(facts, at) || isMisspelt(facts, at)) continue;
      const tree = types.get(facts.type ?? '')?.tree;
      const fix = titleFix(facts, at);
      const suggestions = tree ? choices(tree, at) : [];
      report({
        messageId: path.length > 0 ? 'missing-in-entry' : facts.format === 'yaml' ? 'missing-in-data' : 'missing',
        data: { field, entry: fieldName(path, facts), type: facts.type ?? '', help: help === '' ? '' : ` ${help}` },
        at: { field: at, part: 'key' },
        ...(fix ? { fix } : {}),
        ...(suggestions.length > 0 ? { suggestions } : {}),
      });
    }
  },
});

/** Whether the field is there under a name that another rule offers to correct to this one. */
function isMisspelt(facts: DocumentFacts, path: FieldPath): boolean {
  const wanted = JSON.stringify(path);
  return violationsOfKind(facts, 'unknown').some(
    (unknown) => JSON.stringify([...unknown.path.slice(0, -1), meantField(unknown, facts) ?? '']) === wanted,
  );
}

/** A document's title is the words of its first heading: the only field whose value is already in the text. */
function titleFix(facts: DocumentFacts, path: FieldPath): Fix | undefined {
  if (path.length !== 1 || path[0] !== 'title') return undefined;
  const text = facts.headings.find((heading) => heading.depth === 1)?.text ?? '';
  return text === '' ? undefined : { title: `Add “title: ${text}”`, edits: [{ field: path, set: text }] };
}

function choices(tree: SchemaTree, path: FieldPath): Fix[] {
  const schema = schemaAt(tree, path)?.schema;
  const allowed = (schema?.const === undefined ? schema?.enum : [schema.const]) ?? [];
  if (allowed.length > OFFERS) return [];
  const name = String(path[path.length - 1]);
  return allowed.flatMap((value) =>
    typeof value === 'string' ? [{ title: `Add “${name}: ${value}”`, edits: [{ field: path, set: value }] }] : [],
  );
}
