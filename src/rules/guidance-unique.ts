import type { DocumentFacts } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { applicationOf, fieldText } from '../core/workspace/document.js';
import { guidanceOn, subjectElement } from '../core/workspace/subjects.js';
import { shortName } from './support/elements.js';

export const rule = defineLinkedRule({
  id: 'guidance-unique',
  meta: {
    scope: 'linked',
    group: 'criteria',
    description: 'Require one document for each criterion of an application',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: { twice: '{other} is about criterion {criterion} in the same application. Bring the two together, or withdraw one of them.' },
  },
  check({ facts, snapshot, report }) {
    const application = applicationOf(facts);
    if (application === undefined || isWithdrawn(facts)) return;
    const criterion = subjectElement(facts, snapshot);
    const framework = criterion?.kind === 'criterion' ? snapshot.frameworkOf(facts) : undefined;
    if (!criterion || !framework) return;
    const first = guidanceOn(criterion, framework, application, snapshot).find((other) => !isWithdrawn(other));
    if (!first || first.path === facts.path) return;
    report({
      messageId: 'twice',
      data: { other: first.path, criterion: shortName(criterion) },
      at: { field: ['criterion'] },
      related: [{ path: first.path, at: { field: ['criterion'] }, message: 'The other document on this criterion.' }],
    });
  },
});

function isWithdrawn(facts: DocumentFacts): boolean {
  return fieldText(facts, 'status') === 'withdrawn';
}
