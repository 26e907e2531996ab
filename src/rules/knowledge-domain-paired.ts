import { defineDocumentRule } from '../core/lint/rule.js';
import { elementsOf, findElement, readFramework } from '../core/model/framework.js';
import { listOf } from '../core/text/suggest.js';
import { fieldsOf } from '../core/workspace/document.js';

export const rule = defineDocumentRule({
  id: 'knowledge-domain-paired',
  meta: {
    scope: 'document',
    group: 'criteria',
    description: 'Require each core domain to have a knowledge domain of its own',
    defaultSeverity: 'warning',
    fixable: false,
    formats: ['yaml'],
    defaultOptions: {},
    messages: {
      without: 'The core domain “{title}” has no knowledge domain. Name under “knowledge_domain” where its evidence comes from.',
      unused:
        'The knowledge domain “{title}” belongs to no core domain. Name it under “knowledge_domain” of the one that it supplies with evidence.',
      shared: 'The knowledge domain “{title}” belongs to {domains}. Let it belong to one core domain.',
    },
  },
  check({ facts, report }) {
    const framework = facts.type === 'framework' ? readFramework(facts.path, fieldsOf(facts)) : undefined;
    if (!framework) return;
    const knowledge = elementsOf(framework, 'knowledge_domain');
    if (knowledge.length === 0) return;
    const domains = elementsOf(framework, 'domain');
    // One that is misspelt under its core domain is not a second slip.
    const misspelt = domains.some(
      (domain) => domain.knowledgeDomain !== undefined && !findElement(framework, ['knowledge_domain'], domain.knowledgeDomain),
    );
    for (const { title, knowledgeDomain, field } of domains) {
      if (knowledgeDomain === undefined) report({ messageId: 'without', data: { title }, at: { field: [...field, 'key'] } });
    }
    for (const element of knowledge) {
      const served = domains.filter(
        ({ knowledgeDomain }) => knowledgeDomain !== undefined && findElement(framework, [element.kind], knowledgeDomain) === element,
      );
      const at = { field: [...element.field, 'key'] };
      if (served.length === 0 && !misspelt) report({ messageId: 'unused', data: { title: element.title }, at });
      if (served.length < 2) continue;
      report({
        messageId: 'shared',
        data: {
          title: element.title,
          domains: listOf(
            served.map(({ title }) => `“${title}”`),
            'and',
          ),
        },
        at,
        related: served.map(({ field, title }) => ({
          path: facts.path,
          at: { field: [...field, 'knowledge_domain'] },
          message: `“${title}” names it.`,
        })),
      });
    }
  },
});
