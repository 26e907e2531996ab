import type { Fix } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { listOf } from '../core/text/suggest.js';
import type { FieldPath } from '../core/yaml/value.js';
import { fieldName } from './support/field-name.js';
import { meantField } from './support/meant-field.js';
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
    for (const unknown of violationsOfKind(facts, 'unknown')) {
      const { path, field, known } = unknown;
      const above = path.slice(0, -1);
      const meant = meantField(unknown, facts);
      const inDocument = above.length === 0 && facts.format === 'markdown';
      const place = above.length === 0 ? 'This kind of file' : `“${fieldName(above, facts)}”`;
      report({
        messageId: inDocument ? 'unknown' : 'unknown-here',
        data: { field: shorten(field), type: facts.type ?? '', place, hint: hintFor(meant, known) },
        at: { field: path, part: 'key' },
        suggestions: suggestionsFor(path, field, meant),
      });
    }
  },
});

function hintFor(meant: string | undefined, known: readonly string[]): string {
  if (meant !== undefined) return ` Did you mean “${meant}”?`;
  return known.length > 0 && known.length <= FEW ? ` It can have ${listOf(known, 'and')}.` : ' Correct its name, or remove it.';
}

function suggestionsFor(path: FieldPath, field: string, meant: string | undefined): Fix[] {
  return [
    ...(meant === undefined ? [] : [{ title: `Change to “${meant}”`, edits: [{ field: path, rename: meant }] }]),
    { title: `Remove “${shorten(field)}”`, edits: [{ field: path, remove: true } as const] },
  ];
}
