import type { Fix } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { type ElementKind, type Framework, type FrameworkElement, findElement, KIND_NAMES } from '../core/model/framework.js';
import type { Annotation } from '../core/schema/annotations.js';
import { didYouMean, listOf, nearest } from '../core/text/suggest.js';
import type { FieldPath } from '../core/yaml/value.js';
import { aKind, frameworksFor, keyAndName } from './support/elements.js';

export const rule = defineLinkedRule({
  id: 'element-exists',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require framework elements to be in the framework',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      framework: 'This guidance has no framework with the key “{name}”.{hint}',
      element: '{framework} has no {kind} with the key or number “{name}”.{hint}',
    },
  },
  check({ facts, snapshot, report }) {
    if (facts.fields.state !== 'parsed') return;
    const frameworks = frameworksFor(facts, snapshot);
    const known = snapshot.frameworks.map((framework) => framework.key);
    const complete = known.length > 0 && known.length === snapshot.manifest.frameworks.length;
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind !== 'element') continue;
      const { value: name, path } = annotation;
      if (annotation.kinds.includes('framework')) {
        if (!complete || known.includes(name)) continue;
        const meant = nearest(name, known);
        const hint = didYouMean(name, known) || ` Its frameworks are ${listOf(known, 'and')}.`;
        report({ messageId: 'framework', data: { name, hint }, at: { field: path }, ...changeTo(meant, path) });
        continue;
      }
      if (frameworks.length === 0 || frameworks.some((framework) => findElement(framework, annotation.kinds, name))) continue;
      const { hint, meant } = help(annotation, frameworks);
      const data = {
        name,
        hint,
        kind: kindsOf(annotation),
        framework: listOf(
          frameworks.map(({ title }) => `“${title}”`),
          'and',
        ),
      };
      report({ messageId: 'element', data, at: { field: path }, ...changeTo(meant, path) });
    }
  },
});

type ElementAnnotation = Extract<Annotation, { kind: 'element' }>;

interface Help {
  readonly hint: string;
  /** The key that was probably meant. */
  readonly meant?: string;
}

function help({ value: name, kinds }: ElementAnnotation, frameworks: readonly Framework[]): Help {
  const all = frameworks.flatMap((framework) => framework.elements);
  const wanted = all.filter((element) => kinds.includes(element.kind));
  const whole = wanted.find((element) => element.parts.some((part) => `${element.number ?? ''}${part.label}` === name));
  if (whole) return { hint: ` It is a part of ${keyAndName(whole)}, which is the key to write.`, meant: whole.key };
  const heir = wanted.find((element) => element.replaces === name);
  if (heir) return { hint: ` It is now ${keyAndName(heir)}.`, meant: heir.key };
  const near = nearestElement(name, wanted);
  if (near) return { hint: ` Did you mean ${keyAndName(near)}?`, meant: near.key };
  const other = all.find((element) => element.key === name);
  if (other) return { hint: ` It is the key of ${aKind(other.kind)}.` };
  return {
    hint: ` The keys are in ${listOf(
      frameworks.map(({ path }) => path),
      'and',
    )}.`,
  };
}

/** The element whose key or title is nearest to what was written. */
function nearestElement(name: string, elements: readonly FrameworkElement[]): FrameworkElement | undefined {
  const names = new Map(
    elements.flatMap((element) => [element.title, element.shortTitle, element.key].map((text) => [text, element] as const)),
  );
  const found = nearest(name, names.keys());
  return found === undefined ? undefined : names.get(found);
}

function kindsOf({ kinds }: ElementAnnotation): string {
  return listOf(kinds.map((kind) => KIND_NAMES[kind as ElementKind] ?? kind));
}

function changeTo(key: string | undefined, field: FieldPath): { suggestions?: Fix[] } {
  return key === undefined ? {} : { suggestions: [{ title: `Change to “${key}”`, edits: [{ field, set: key }] }] };
}
