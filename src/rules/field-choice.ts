import { defineDocumentRule } from '../core/lint/rule.js';
import { didYouMean, listOf, nearest } from '../core/text/suggest.js';
import { fieldName } from './support/field-name.js';

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
    messages: { choice: '“{field}” must be one of {allowed}; found “{found}”.{hint}' },
  },
  check({ facts, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const violation of facts.fields.violations) {
      if (violation.kind !== 'choice') continue;
      const { path, found, allowed } = violation;
      const meant = nearest(found, allowed);
      report({
        messageId: 'choice',
        data: { field: fieldName(path), allowed: listOf(allowed), found, hint: didYouMean(found, allowed) },
        at: { field: path },
        ...(meant === undefined ? {} : { suggestions: [{ title: `Change to “${meant}”`, edits: [{ field: path, set: meant }] }] }),
      });
    }
  },
});
