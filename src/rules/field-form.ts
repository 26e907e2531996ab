import type { DocumentFacts } from '../core/facts/types.js';
import type { Finding, Fix } from '../core/lint/finding.js';
import { type DocumentContext, defineDocumentRule } from '../core/lint/rule.js';
import { schemaAt } from '../core/schema/annotations.js';
import type { JsonSchema } from '../core/schema/json-schema.js';
import type { Violation } from '../core/schema/violations.js';
import { listOf } from '../core/text/suggest.js';
import { valueAt } from '../core/yaml/value.js';
import { alternativeFields } from './support/alternatives.js';
import { duplicateIndex, entryRemoval } from './support/duplicate-entry.js';
import { fieldName } from './support/field-name.js';
import { shorten } from './support/shorten.js';
import { violationsOfKind } from './support/violations.js';

type FormViolation = Extract<Violation, { kind: 'form' }>;
type Context = Pick<DocumentContext<unknown>, 'facts' | 'text' | 'types'>;

export const rule = defineDocumentRule({
  id: 'field-form',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require fields to be filled, in the right form and without repeats',
    defaultSeverity: 'error',
    fixable: true,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      form: '“{found}” in “{field}” {problem}.{help}',
      group: '“{field}” {problem}.{help}',
      empty: '“{field}” is empty. Fill it, or remove the field.{help}',
      repeat: '“{found}” is in “{field}” more than once. Keep it once.',
      needs: '“{field}” needs {fields}.',
    },
  },
  check({ facts, text, types, report }) {
    for (const violation of violationsOfKind(facts, 'form')) report(findingFor(violation, { facts, text, types }));
  },
});

function findingFor(violation: FormViolation, context: Context): Finding {
  const { facts, types } = context;
  const type = types.get(facts.type ?? '');
  const schema = type && schemaAt(type.tree, violation.path)?.schema;
  const value = facts.fields.state === 'parsed' ? valueAt(facts.fields.value, violation.path) : undefined;
  const repeated = violation.problem === 'lists the same thing twice' ? duplicateIndex(value) : undefined;
  if (repeated !== undefined) return repeatFinding(violation, context, repeated);
  return alternativeFinding(violation, facts, schema) ?? plainFinding(violation, facts, schema, typeof value === 'object');
}

function repeatFinding({ path }: FormViolation, { facts, text }: Context, index: number): Finding {
  const entry = [...path, index];
  const value = facts.fields.state === 'parsed' ? valueAt(facts.fields.value, entry) : undefined;
  const edit = entryRemoval(facts, text, path, index);
  const found = typeof value === 'object' ? `entry ${index + 1}` : shorten(String(value));
  return {
    messageId: 'repeat',
    data: { found, field: fieldName(path, facts) },
    at: { field: entry },
    ...(edit ? { fix: { title: `Keep “${found}” once`, edits: [edit] } } : {}),
  };
}

/** A group that needs one of several fields: which they are says more than that it has none of its shapes. */
function alternativeFinding({ path }: FormViolation, facts: DocumentFacts, schema: JsonSchema | undefined): Finding | undefined {
  const fields = schema ? alternativeFields(schema) : [];
  if (fields.length === 0) return undefined;
  return {
    messageId: 'needs',
    data: { field: fieldName(path, facts), fields: listOf(fields.map((name) => `“${name}”`)) },
    at: { field: path },
  };
}

function plainFinding(
  { path, found, problem, help }: FormViolation,
  facts: DocumentFacts,
  schema: JsonSchema | undefined,
  isGroup: boolean,
): Finding {
  const data = { field: fieldName(path, facts), found: shorten(found), problem, help: help === '' ? '' : ` ${help}` };
  if (problem === 'is empty')
    return {
      messageId: 'empty',
      data,
      at: { field: path },
      suggestions: [{ title: `Remove “${data.field}”`, edits: [{ field: path, remove: true }] }],
    };
  if (isGroup) return { messageId: 'group', data, at: { field: path } };
  const meant = [withProtocol(found), ...respelt(found)].find((text) => text !== found && fits(text, schema));
  return { messageId: 'form', data, at: { field: path }, ...(meant === undefined ? {} : { suggestions: [change(path, meant)] }) };
}

function change(path: FormViolation['path'], text: string): Fix {
  return { title: `Change to “${text}”`, edits: [{ field: path, set: text }] };
}

function fits(text: string, schema: JsonSchema | undefined): boolean {
  if (schema?.format === 'uri') return /^https:\/\/[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(text);
  return schema?.pattern !== undefined && new RegExp(schema.pattern, 'u').test(text);
}

function withProtocol(found: string): string {
  return `https://${found.trim().replace(/^https?:?\/*/i, '')}`;
}

/** The same words as somebody who knows the form would have spelt them. */
function respelt(found: string): string[] {
  const short = shorten(found);
  const plain = short.normalize('NFD').replace(/\p{M}/gu, '').trim();
  const key = plain
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return [plain, plain.toLowerCase(), plain.replaceAll('_', '-'), key, plain.replace(/(\d)[\s-]*([a-z])/i, '$1 $2').toLowerCase()];
}
