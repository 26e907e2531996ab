import type { Fix } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { didYouMean, listOf, nearest } from '../core/text/suggest.js';
import { type FieldPath, isMapping, valueAt } from '../core/yaml/value.js';
import { fieldName } from './support/field-name.js';
import { shorten } from './support/shorten.js';
import { violationsOfKind } from './support/violations.js';

/** More fields than these are no help in a message. */
const FEW = 8;

export const rule = defineDocumentRule({
  id: 'field-unknown',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Disallow fields that a document’s type does not have',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      unknown: 'Documents of type “{type}” have no field “{field}”, so nothing reads it.{hint}',
      'unknown-here': '{place} has no field “{field}”, so nothing reads it.{hint}',
    },
  },
  check({ facts, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const { path, field, known } of violationsOfKind(facts, 'unknown')) {
      const above = path.slice(0, -1);
      const holder = valueAt(facts.fields.value, above);
      const absent = known.filter((name) => !isMapping(holder) || !Object.hasOwn(holder, name));
      const inDocument = above.length === 0 && facts.format === 'markdown';
      report({
        messageId: inDocument ? 'unknown' : 'unknown-here',
        data: { field: shorten(field), type: facts.type ?? '', place: above.length === 0 ? 'This kind of file' : `“${fieldName(above)}”`, hint: hintFor(field, absent, known) },
        at: { field: path, part: 'key' },
        suggestions: suggestionsFor(path, field, absent),
      });
    }
  },
});

function hintFor(field: string, absent: readonly string[], known: readonly string[]): string {
  const guess = didYouMean(field, absent);
  if (guess !== '') return guess;
  return known.length > 0 && known.length <= FEW ? ` It can have ${listOf(known, 'and')}.` : ' Correct its name, or remove it.';
}

function suggestionsFor(path: FieldPath, field: string, absent: readonly string[]): Fix[] {
  const meant = nearest(field, absent);
  return [
    ...(meant === undefined ? [] : [{ title: `Change to “${meant}”`, edits: [{ field: path, rename: meant }] }]),
    { title: `Remove “${shorten(field)}”`, edits: [{ field: path, remove: true } as const] },
  ];
}
