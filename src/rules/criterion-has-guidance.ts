import type { Fix } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { labelled } from '../core/model/framework.js';
import { APPLICATION_LINE, coveredApplications } from './support/coverage-views.js';

export const rule = defineWorkspaceRule({
  id: 'criterion-has-guidance',
  meta: {
    scope: 'workspace',
    group: 'criteria',
    description: 'Require guidance on every criterion in every application, or the reason why there is none',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing:
        '“{application}” says nothing about criterion {criterion}. Write guidance (dmap new criterion-guidance --application {key} --criterion {name}), or record it under “criteria” as planned or not applicable, with the reason.',
    },
  },
  check({ snapshot, report }) {
    for (const { application, coverage, unread } of coveredApplications(snapshot)) {
      for (const criterion of coverage.criteria) {
        // A document that is there and cannot be counted has a finding of its own.
        if (criterion.state !== 'missing' || unread.criteria.has(criterion.key)) continue;
        report(application.path, {
          messageId: 'missing',
          data: { application: application.title, criterion: labelled(criterion), key: application.key, name: criterion.key },
          at: APPLICATION_LINE,
          suggestions: [record(criterion.key, 'planned', 'planned'), record(criterion.key, 'not-applicable', 'not applicable')],
        });
      }
    }
  },
});

/** The reason is left for the author to give: another rule asks for it. */
function record(criterion: string, state: string, words: string): Fix {
  return { title: `Record “${criterion}” as ${words}`, edits: [{ field: ['criteria'], append: { criterion, state } }] };
}
