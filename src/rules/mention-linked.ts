import type { DocumentFacts, Mention } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { relativeUrl } from '../core/markdown/link-target.js';
import { type Framework, type FrameworkElement, findElement } from '../core/model/framework.js';
import { applicationOf, fieldText, titleOf } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { documentsAbout, guidanceOn, subjectElement } from '../core/workspace/subjects.js';
import { linkedDocument } from './support/addresses.js';

export const rule = defineLinkedRule({
  id: 'mention-linked',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Prefer a link where a document names a criterion by its number',
    defaultSeverity: 'info',
    fixable: true,
    optionsSchema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        every: {
          type: 'boolean',
          default: false,
          title: 'Every mention',
          description:
            'Whether each mention should be a link, and not only the first one in a document that does not link to the guidance elsewhere.',
        },
      },
    } as const,
    defaultOptions: { every: false },
    messages: { mention: 'Criterion {number} could be a link to “{title}”.' },
  },
  check({ facts, snapshot, options, report }) {
    if (facts.mentions.length === 0) return;
    const framework = snapshot.frameworkOf(facts);
    if (!framework) return;
    const own = subjectElement(facts, snapshot);
    const linked = options.every ? undefined : linkedFrom(facts, snapshot);
    for (const mention of facts.mentions) {
      const element = elementOf(mention, framework);
      const target = element && element !== own ? targetOf(element, framework, facts, snapshot) : undefined;
      if (!target || linked?.has(target.path)) continue;
      linked?.add(target.path);
      const { start, end, number } = mention;
      const address = relativeUrl(facts.path, target.path);
      const edits = [
        { start, end: start, text: '[' },
        { start: end, end, text: `](${address})` },
      ];
      report({
        messageId: 'mention',
        data: { number, title: titleOf(target) },
        at: { start, end },
        fix: { title: `Link to “${address}”`, edits },
      });
    }
  },
});

/** The criterion of that number, or the one that has a part of that number and letter. */
function elementOf({ kind, number }: Mention, framework: Framework): FrameworkElement | undefined {
  const whole = findElement(framework, [kind], number);
  const [, base, letter] = /^(\d+)([a-z])$/i.exec(number) ?? [];
  if (whole || base === undefined || letter === undefined) return whole;
  const element = findElement(framework, [kind], base);
  return element?.parts.some((part) => part.label.toLowerCase() === letter.toLowerCase()) ? element : undefined;
}

/** The guidance of the same application, else the only document about the element, unless nobody is to be sent there. */
function targetOf(
  element: FrameworkElement,
  framework: Framework,
  from: DocumentFacts,
  snapshot: WorkspaceSnapshot,
): DocumentFacts | undefined {
  const application = applicationOf(from);
  const near = application === undefined ? [] : guidanceOn(element, framework, application, snapshot);
  const [target, ...others] = near.length > 0 ? near : documentsAbout(element, framework, snapshot);
  if (!target || others.length > 0 || target.path === from.path) return undefined;
  const status = fieldText(target, 'status');
  const unready = status === 'withdrawn' || (status === 'draft' && fieldText(from, 'status') === 'published');
  return unready ? undefined : target;
}

function linkedFrom(facts: DocumentFacts, snapshot: WorkspaceSnapshot): Set<string> {
  return new Set(facts.references.flatMap((reference) => linkedDocument(reference, facts, snapshot)?.path ?? []));
}
