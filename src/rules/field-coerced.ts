import type { DocumentFacts } from '../core/facts/types.js';
import type { Fix } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { type SchemaTree, schemaAt } from '../core/schema/annotations.js';
import { fieldsOf } from '../core/workspace/document.js';
import type { YamlProblem } from '../core/yaml/parse-yaml.js';
import { type FieldPath, valueAt } from '../core/yaml/value.js';
import { insideCurlyQuotes } from './support/curly-quotes.js';
import { fieldName } from './support/field-name.js';
import { shorten } from './support/shorten.js';
import { isViolated } from './support/violations.js';
import { quoted } from './support/written-value.js';

export const rule = defineDocumentRule({
  id: 'field-coerced',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Disallow values that other tools read as something else',
    defaultSeverity: 'warning',
    fixable: true,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      coerced: '“{found}” in “{field}” is read as {reading}. Put it in quotation marks if it is meant as it stands.',
      curly:
        'The quotation marks around the value of “{field}” are curly, and so they are read as part of it. Use straight ones ("), or none.',
    },
  },
  check({ facts, types, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const { field, inner } of facts.format === 'markdown' ? curlyFields(facts) : []) {
      const suggestions: Fix[] = [{ title: `Write “${shorten(inner)}” without them`, edits: [{ field, set: inner }] }];
      report({ messageId: 'curly', data: { field: fieldName(field, facts) }, at: { field }, suggestions });
    }
    for (const problem of facts.fields.coerced) {
      const path = problem.path ?? [];
      // Where the schema already objects, its own finding says what to write.
      if (isViolated(facts, path)) continue;
      // Nothing but this tool reads the manifest's settings of rules, and `off` is the word for one that is not run.
      if (facts.type === 'guidance' && path[0] === 'lint') continue;
      const safe = holdsText(facts, path, types.get(facts.type ?? '')?.tree);
      const quote: Fix = {
        title: `Write ${quoted(problem.detail)}`,
        edits: [{ start: problem.start, end: problem.end, text: quoted(problem.detail) }],
      };
      report({
        messageId: 'coerced',
        data: { found: problem.detail, field: fieldName(path, facts), reading: readingOf(problem, valueAt(facts.fields.value, path)) },
        at: { start: problem.start, end: problem.end },
        ...(safe ? { fix: quote } : { suggestions: [quote] }),
      });
    }
  },
});

/** The document's own fields that have printer's quotation marks around them and not in its headings, where they would be meant. */
function curlyFields(facts: DocumentFacts): { field: FieldPath; inner: string }[] {
  return Object.entries(fieldsOf(facts)).flatMap(([name, value]) => {
    const inner = typeof value === 'string' ? insideCurlyQuotes(value) : undefined;
    if (inner === undefined || isViolated(facts, [name]) || facts.headings.some((heading) => heading.text === value)) return [];
    return [{ field: [name], inner }];
  });
}

/** Whether quotation marks leave the value as it is: it is read as text here, and the schema wants nothing else. */
function holdsText(facts: DocumentFacts, path: FieldPath, tree: SchemaTree | undefined): boolean {
  if (facts.fields.state !== 'parsed' || typeof valueAt(facts.fields.value, path) !== 'string') return false;
  return tree !== undefined && schemaAt(tree, path)?.schema.type === 'string';
}

function readingOf({ detail }: YamlProblem, value: unknown): string {
  if (/^(?:y|yes|on)$/i.test(detail)) return 'true (yes) by many other tools';
  if (/^(?:n|no|off)$/i.test(detail)) return 'false (no) by many other tools';
  if (/^\d+(?::[0-5]\d)+$/.test(detail.replace(/^[-+]/, ''))) return `the number ${sixties(detail)} by many other tools`;
  if (/^[-+]?0\d+$/.test(detail)) return `the number ${octal(detail)} by some tools and ${Number(detail)} by others`;
  if (detail.includes('_')) return `the number ${Number(detail.replaceAll('_', ''))} by many other tools`;
  return typeof value === 'number' ? `the number ${value}, without its last zero` : 'a number by many other tools';
}

/** Clock times as YAML 1.1 reads them, in base sixty. */
function sixties(written: string): number {
  const size = written
    .replace(/^[-+]/, '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return written.startsWith('-') ? -size : size;
}

/** Numbers with a leading zero as YAML 1.1 reads them, in base eight where they can be. */
function octal(written: string): number {
  return /[89]/.test(written) ? Number(written) : Number.parseInt(written, 8);
}
