import type { Fix } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { type Framework, type FrameworkElement, findElement, KIND_NAMES } from '../core/model/framework.js';
import { fieldsOf } from '../core/workspace/document.js';
import { type FieldPath, type Mapping, valueAt } from '../core/yaml/value.js';
import { frameworksFor, shortName } from './support/elements.js';

export const rule = defineLinkedRule({
  id: 'element-key',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Prefer the current key of a framework element to its number or an old key',
    defaultSeverity: 'warning',
    fixable: true,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      number: '“{name}” is the number of {element}, and numbers can change. Write its key, “{key}”.',
      replaced: 'The {kind} “{name}” has been replaced by {element}. Write “{key}” where that is what you mean.',
    },
  },
  check({ facts, snapshot, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind !== 'element') continue;
      const { value: name, path, kinds } = annotation;
      const found = frameworksFor(facts, snapshot).flatMap((framework) => {
        const element = findElement(framework, kinds, name);
        return element ? [{ element, current: currentOf(element, framework) }] : [];
      })[0];
      if (!found || found.current.key === name) continue;
      const { element, current } = found;
      const messageId = element === current ? 'number' : 'replaced';
      const data = { name, key: current.key, element: shortName(current), kind: KIND_NAMES[element.kind] };
      report({ messageId, data, at: { field: path }, ...offer(current.key, path, messageId === 'number', fieldsOf(facts)) });
    }
  },
});

/** The element that has taken an element's place, by as many steps as it takes. */
function currentOf(element: FrameworkElement, framework: Framework): FrameworkElement {
  let current = element;
  const seen = new Set<FrameworkElement>();
  while (!seen.has(current)) {
    seen.add(current);
    const { kind, replacedBy } = current;
    const next = framework.elements.find((other) => other.kind === kind && other.key === replacedBy);
    if (!next) return current;
    current = next;
  }
  return element;
}

function offer(key: string, field: FieldPath, sameElement: boolean, fields: Mapping): { fix?: Fix; suggestions?: Fix[] } {
  const list = valueAt(fields, field.slice(0, -1));
  // A list that has the key already would have it twice.
  if (Array.isArray(list) && list.includes(key)) return {};
  const change: Fix = { title: `Write “${key}”`, edits: [{ field, set: key }] };
  // What a whole document is about does not become something else by itself: somebody has to read it first.
  return sameElement || field.length > 1 ? { fix: change } : { suggestions: [change] };
}
