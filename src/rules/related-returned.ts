import type { DocumentFacts } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { type Framework, findElement } from '../core/model/framework.js';
import { applicationOf, fieldsOf, isWithdrawn, nameIn } from '../core/workspace/document.js';
import { guidanceOn, subjectElement } from '../core/workspace/subjects.js';
import { listAt } from '../core/yaml/value.js';
import { shortName } from './support/elements.js';

export const rule = defineLinkedRule({
  id: 'related-returned',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require related criteria to name each other',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      oneWay:
        'The guidance on {other} does not name {own} as related in return. Add “{key}” to “related” in {path}, or take “{name}” out here.',
    },
  },
  check({ facts, snapshot, report }) {
    const application = applicationOf(facts);
    const related = listAt(fieldsOf(facts), 'related');
    if (application === undefined || related.length === 0 || isWithdrawn(facts)) return;
    const own = subjectElement(facts, snapshot);
    const framework = own && snapshot.frameworkOf(facts);
    if (!framework) return;
    related.forEach((value, index) => {
      const element = findElement(framework, [own.kind], nameIn(value) ?? '');
      if (!element || element.key === own.key) return;
      const others = guidanceOn(element, framework, application, snapshot).filter((other) => !isWithdrawn(other));
      const [first] = others;
      // A name there that is no element may be this one, misspelt.
      if (!first || others.some((other) => relatedKeys(other, framework, own.kind).some((key) => key === undefined || key === own.key)))
        return;
      report({
        messageId: 'oneWay',
        data: { other: shortName(element), own: shortName(own), key: own.key, path: first.path, name: nameIn(value) ?? '' },
        at: { field: ['related', index] },
        related: [{ path: first.path, at: { field: ['related'], part: 'key' }, message: 'What that guidance names as related.' }],
      });
    });
  },
});

function relatedKeys(facts: DocumentFacts, framework: Framework, kind: string): (string | undefined)[] {
  return listAt(fieldsOf(facts), 'related').map((value) => findElement(framework, [kind], nameIn(value) ?? '')?.key);
}
