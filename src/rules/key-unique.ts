import type { DocumentFacts } from '../core/facts/types.js';
import { defineDocumentRule, type Report } from '../core/lint/rule.js';
import { fieldsOf, nameIn } from '../core/workspace/document.js';
import { type FieldPath, isMapping, type Value } from '../core/yaml/value.js';
import { fieldName } from './support/field-name.js';
import { shorten } from './support/shorten.js';

/** The fields by which the entries of a data file are named. */
const NAMES = ['key', 'id', 'term'] as const;

export const rule = defineDocumentRule({
  id: 'key-unique',
  meta: {
    scope: 'document',
    group: 'structure',
    description: 'Require every entry of a data file’s list to have a key of its own',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['yaml'],
    defaultOptions: {},
    messages: { repeated: '“{key}” is the {name} of entry {first} of “{list}” already. Give this one another, or remove it.' },
  },
  check({ facts, report }) {
    walk(fieldsOf(facts), [], facts, report);
  },
});

function walk(value: Value | undefined, path: FieldPath, facts: DocumentFacts, report: Report): void {
  if (Array.isArray(value)) {
    const list = value as readonly Value[];
    for (const name of NAMES) checkList(list, name, path, facts, report);
    for (const [index, item] of list.entries()) walk(item, [...path, index], facts, report);
  } else if (isMapping(value)) {
    for (const [field, child] of Object.entries(value)) walk(child, [...path, field], facts, report);
  }
}

function checkList(list: readonly Value[], name: (typeof NAMES)[number], path: FieldPath, facts: DocumentFacts, report: Report): void {
  const first = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const key = isMapping(item) ? nameIn(item[name]) : undefined;
    if (key === undefined || key === '') continue;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, index);
      continue;
    }
    report({
      messageId: 'repeated',
      data: { key: shorten(key), name: name === 'id' ? 'key' : name, first: before + 1, list: fieldName(path, facts) },
      at: { field: [...path, index, name] },
      related: [{ path: facts.path, at: { field: [...path, before, name] }, message: 'It is here first.' }],
    });
  }
}
