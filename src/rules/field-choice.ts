import { defineDocumentRule } from '../core/lint/rule.js';
import { didYouMean, listOf, nearest } from '../core/text/suggest.js';
import { fieldName } from './support/field-name.js';
import { shorten } from './support/shorten.js';
import { concernsType, isViolated, violationsOfKind } from './support/violations.js';

export const rule = defineDocumentRule({
  id: 'field-choice',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require one of the values that a field can have',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: { choice: '“{field}” must be {allowed}; found “{found}”.{hint}' },
  },
  check({ facts, report }) {
    for (const { path, found, allowed } of violationsOfKind(facts, 'choice')) {
      // What is no text at all is told as that, by field-type.
      if (concernsType(facts, path) || isViolated(facts, path, ['type'])) continue;
      const meant = nearest(found, allowed);
      report({
        messageId: 'choice',
        data: { field: fieldName(path, facts), allowed: allowedWords(allowed), found: shorten(found), hint: didYouMean(found, allowed) },
        at: { field: path },
        ...(meant === undefined ? {} : { suggestions: [{ title: `Change to “${meant}”`, edits: [{ field: path, set: meant }] }] }),
      });
    }
  },
});

function allowedWords(allowed: readonly string[]): string {
  return allowed.length === 1 ? `“${allowed[0] ?? ''}”` : `one of ${listOf(allowed)}`;
}
