import type { DocumentFacts } from '../core/facts/types.js';
import type { Finding, Fix } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { type SchemaTree, schemaAt } from '../core/schema/annotations.js';
import type { Violation } from '../core/schema/violations.js';
import type { TextEdit } from '../core/text/range.js';
import { locateField } from '../core/yaml/locate-yaml.js';
import { valueAt } from '../core/yaml/value.js';
import { fieldName } from './support/field-name.js';
import { asFirstEntry, type Mistyped, partedList, retyped } from './support/retype.js';
import { expectedWords, foundWords } from './support/type-words.js';
import { concernsType, isViolated, violationsOfKind } from './support/violations.js';
import { quoted, writtenValue } from './support/written-value.js';

export const rule = defineDocumentRule({
  id: 'field-type',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require fields to hold text, a list or whatever else they are for',
    defaultSeverity: 'error',
    fixable: true,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      mistyped: '“{field}” must be {expected}; found {found}.{hint}',
      empty: '“{field}” has no value: it must be {expected}. Give it one, or remove the field.',
      comment: '“{field}” has no value: all that follows “#” is a comment. Put the value in quotation marks.',
    },
  },
  check({ facts, text, types, report }) {
    const tree = types.get(facts.type ?? '')?.tree;
    for (const violation of violationsOfKind(facts, 'type')) {
      // “2026” for a date is told by field-date, which knows how dates are written.
      if (concernsType(facts, violation.path) || isViolated(facts, violation.path, ['date'])) continue;
      report(findingFor(violation, facts, text, tree));
    }
  },
});

type TypeViolation = Extract<Violation, { kind: 'type' }>;

function findingFor(violation: TypeViolation, facts: DocumentFacts, text: string, tree: SchemaTree | undefined): Finding {
  const { path, expected } = violation;
  const value = facts.fields.state === 'parsed' ? valueAt(facts.fields.value, path) : undefined;
  const field = fieldName(path, facts);
  if (value === null || value === undefined) return emptyFinding(violation, field, facts, text);
  const items = tree && schemaAt(tree, path)?.items;
  const written = writtenValue(facts, text, path);
  const mistyped: Mistyped | undefined = written && { written, value, expected, items };
  const fix = mistyped && retyped(mistyped);
  const offers = mistyped ? [partedList(mistyped), asFirstEntry(mistyped)].filter((offer) => offer !== undefined) : [];
  return {
    messageId: 'mistyped',
    data: { field, expected: expectedWords(expected), found: foundWords(value), hint: hintFor(mistyped, fix) },
    at: { field: path },
    ...(fix ? { fix } : {}),
    ...(offers.length > 0 ? { suggestions: offers } : {}),
  };
}

function hintFor(mistyped: Mistyped | undefined, fix: Fix | undefined): string {
  if (!mistyped) return '';
  const { value, expected } = mistyped;
  if (expected.includes('string') && fix) return ' Put it in quotation marks.';
  if (!expected.includes('array')) return '';
  if (typeof value === 'object' && !Array.isArray(value)) return ' Put “- ” before its first line, and indent the others by two spaces.';
  if (mistyped.items?.schema.type === 'object')
    return ' Each of its entries is a group of fields, on lines of its own, and begins with “- ”.';
  return ' Put square brackets around it, with commas between the entries.';
}

function emptyFinding({ path, expected }: TypeViolation, field: string, facts: DocumentFacts, text: string): Finding {
  const at = { field: path, part: 'key' } as const;
  const comment = commentInPlaceOfValue(facts, text, path);
  if (comment) {
    const edits = [{ ...comment, text: quoted(comment.text) }];
    return { messageId: 'comment', data: { field }, at, suggestions: [{ title: 'Put the value in quotation marks', edits }] };
  }
  const remove: Fix = { title: `Remove “${field}”`, edits: [{ field: path, remove: true }] };
  return { messageId: 'empty', data: { field, expected: expectedWords(expected) }, at, suggestions: [remove] };
}

/** `title: #5 in a series` has no value; `title: # to be written` has none on purpose. */
function commentInPlaceOfValue(facts: DocumentFacts, text: string, path: TypeViolation['path']): TextEdit | undefined {
  if (facts.fields.state !== 'parsed') return undefined;
  const { start: base, end } = facts.fields.range;
  const from = base + locateField(text.slice(base, end), path, 'key').end;
  const match = /^(["']?\s*:\s+)(#\S[^\r\n]*)/.exec(text.slice(from, end));
  const comment = match?.[2]?.trimEnd();
  if (!match || comment === undefined) return undefined;
  const start = from + (match[1] ?? '').length;
  return { start, end: start + comment.length, text: comment };
}
