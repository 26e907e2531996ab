import { defineLinkedRule } from '../core/lint/rule.js';
import { applicationOf, fileStem, isWithdrawn } from '../core/workspace/document.js';
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
    messages: {
      twice:
        'This document, {own}, and {other} are both about criterion {criterion} in the same application. Bring the two together in one of them, or withdraw one.',
    },
  },
  check({ facts, snapshot, report }) {
    const application = applicationOf(facts);
    if (application === undefined || isWithdrawn(facts)) return;
    const criterion = subjectElement(facts, snapshot);
    const framework = criterion?.kind === 'criterion' ? snapshot.frameworkOf(facts) : undefined;
    if (!criterion || !framework) return;
    const all = guidanceOn(criterion, framework, application, snapshot).filter((other) => !isWithdrawn(other));
    // A copy has another name, and can come first.
    const first = all.find((other) => fileStem(other.path) === criterion.key) ?? all[0];
    if (!first || first.path === facts.path) return;
    report({
      messageId: 'twice',
      data: { own: facts.path, other: first.path, criterion: shortName(criterion) },
      at: { field: ['criterion'] },
      related: [{ path: first.path, at: { field: ['criterion'] }, message: 'The other document on this criterion.' }],
    });
  },
});
