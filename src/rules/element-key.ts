import type { Fix } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { currentElement, elementsOf, type Framework, type FrameworkElement, findElement, KIND_NAMES } from '../core/model/framework.js';
import { fieldsOf } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
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
      edition: '“{edition}” has {element} in the place of the {kind} “{name}”. Write “{key}” when this guidance moves to that framework.',
    },
  },
  check({ facts, snapshot, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind !== 'element') continue;
      const { value: name, path, kinds } = annotation;
      const found = frameworksFor(facts, snapshot).flatMap((framework) => placeOf(name, kinds, framework, snapshot) ?? [])[0];
      if (!found || found.current.key === name) continue;
      const { element, current, edition } = found;
      const messageId = edition ? 'edition' : element === current ? 'number' : 'replaced';
      const data = { name, key: current.key, element: shortName(current), kind: KIND_NAMES[element.kind], ...(edition ? { edition } : {}) };
      report({ messageId, data, at: { field: path }, ...offer(current.key, path, messageId, fieldsOf(facts)) });
    }
  },
});

interface Place {
  readonly element: FrameworkElement;
  /** What has taken its place. */
  readonly current: FrameworkElement;
  /** The title of the framework that holds it, where that is another edition. */
  readonly edition?: string;
}

/** The element that a name stands for, with what has taken its place in its framework or else in another edition of it. */
function placeOf(name: string, kinds: readonly string[], framework: Framework, snapshot: WorkspaceSnapshot): Place | undefined {
  const element = findElement(framework, kinds, name);
  if (!element) return undefined;
  const current = currentElement(framework, element);
  return (element === current && inOtherEdition(element, framework, snapshot)) || { element, current };
}

/** What takes an element's place in another framework of the root. */
function inOtherEdition(element: FrameworkElement, own: Framework, { frameworks }: WorkspaceSnapshot): Place | undefined {
  const { kind, replacedBy } = element;
  for (const other of replacedBy === undefined ? [] : frameworks) {
    const heir = other === own ? undefined : elementsOf(other, kind).find(({ key }) => key === replacedBy);
    if (heir) return { element, current: currentElement(other, heir), edition: other.title };
  }
  return undefined;
}

function offer(key: string, field: FieldPath, messageId: string, fields: Mapping): { fix?: Fix; suggestions?: Fix[] } {
  const list = valueAt(fields, field.slice(0, -1));
  // A list that has the key already would have it twice.
  if (Array.isArray(list) && list.includes(key)) return {};
  const change: Fix = { title: `Write “${key}”`, edits: [{ field, set: key }] };
  // What a whole document is about does not become something else by itself: somebody has to read it first.
  // Nor does what names an element of one edition speak of another, before all of its document does.
  return messageId === 'number' || (messageId === 'replaced' && field.length > 1) ? { fix: change } : { suggestions: [change] };
}
