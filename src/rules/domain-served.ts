import { defineWorkspaceRule } from '../core/lint/rule.js';
import { APPLICATION_LINE, begunApplications, elementIn, unserved } from './support/coverage-views.js';

export const rule = defineWorkspaceRule({
  id: 'domain-served',
  meta: {
    scope: 'workspace',
    group: 'criteria',
    description: 'Require some criterion of an application to serve each core domain',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      unserved:
        'No guidance in “{application}” says that it serves the core domain “{domain}”. Where a criterion does, add “domain: {key}” to the “serves” of its guidance, with the reason.',
    },
  },
  check({ snapshot, report }) {
    for (const { application, coverage, unread } of begunApplications(snapshot)) {
      for (const { key, title } of unserved(coverage.domains, unread)) {
        const domain = elementIn(application, 'domain', key)?.shortTitle ?? title;
        report(application.path, { messageId: 'unserved', data: { application: application.title, domain, key }, at: APPLICATION_LINE });
      }
    }
  },
});
