import { defineWorkspaceRule } from '../core/lint/rule.js';
import { APPLICATION_LINE, begunApplications, elementIn, unserved } from './support/coverage-views.js';
import { shortName } from './support/elements.js';

export const rule = defineWorkspaceRule({
  id: 'attribute-addressed',
  meta: {
    scope: 'workspace',
    group: 'criteria',
    description: 'Require some criterion of an application to address each attribute',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      unaddressed:
        'No guidance in “{application}” addresses attribute {attribute}, for any core domain. Where a criterion does, name “{key}” among the attributes in the “serves” of its guidance, with the reason.',
    },
  },
  check({ snapshot, report }) {
    for (const { application, coverage, unread } of begunApplications(snapshot)) {
      for (const { key, title } of unserved(coverage.attributes, unread)) {
        const element = elementIn(application, 'attribute', key);
        const attribute = element ? shortName(element) : title;
        report(application.path, {
          messageId: 'unaddressed',
          data: { application: application.title, attribute, key },
          at: APPLICATION_LINE,
        });
      }
    }
  },
});
