import { defineWorkspaceRule } from '../core/lint/rule.js';
import { listOf } from '../core/text/suggest.js';
import { APPLICATION_LINE, begunApplications, elementIn, emptyDomains } from './support/coverage-views.js';
import { shortName } from './support/elements.js';

export const rule = defineWorkspaceRule({
  id: 'matrix-cell-filled',
  meta: {
    scope: 'workspace',
    group: 'criteria',
    description: 'Report the core domains for which an application does not address an attribute',
    defaultSeverity: 'info',
    fixable: false,
    defaultOptions: {},
    messages: { empty: '“{application}” addresses attribute {attribute} for some core domains, and not for {domains}.' },
  },
  check({ snapshot, report }) {
    for (const { application, coverage, unread } of begunApplications(snapshot)) {
      for (const { key, title, criteria } of coverage.attributes) {
        // An attribute that nobody addresses anywhere, or without saying why, is another finding.
        const empty = criteria.length === 0 || unread.claimed.has(key) ? [] : emptyDomains(key, coverage.matrix);
        if (empty.length === 0) continue;
        const element = elementIn(application, 'attribute', key);
        const domains = listOf(empty.map((domain) => `“${elementIn(application, 'domain', domain)?.shortTitle ?? domain}”`));
        report(application.path, {
          messageId: 'empty',
          data: { application: application.title, attribute: element ? shortName(element) : title, domains },
          at: APPLICATION_LINE,
        });
      }
    }
  },
});
