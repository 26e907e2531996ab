import { type FieldPath, isMapping, listAt, type Mapping, textAt, textsAt, type Value, valueAt } from '../yaml/value.js';

/** The kinds of element that a framework is made of. */
export type ElementKind = 'domain' | 'knowledge_domain' | 'attribute' | 'criterion' | 'audience' | 'practice';

/** A part of a criterion or an attribute: 10a of 10. */
export interface ElementPart {
  readonly key: string;
  readonly label: string;
  readonly title: string;
}

/** One element of a framework. */
export interface FrameworkElement {
  readonly kind: ElementKind;
  /** Its stable name; the number is only a label. */
  readonly key: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly shortTitle: string;
  readonly parts: readonly ElementPart[];
  readonly description: string | undefined;
  /** What a domain has to meet. */
  readonly requirement: string | undefined;
  /** What the framework is for an audience. */
  readonly function: string | undefined;
  /** A mark that the source puts beside an attribute. */
  readonly marked: string | undefined;
  /** A domain's knowledge domain. */
  readonly knowledgeDomain: string | undefined;
  /** The only domains that a criterion can serve, where its framework says so. */
  readonly domains: readonly string[];
  readonly replaces: string | undefined;
  readonly replacedBy: string | undefined;
  /** Where the element stands in the framework's file. */
  readonly field: FieldPath;
}

/** How parts of a framework hang together: a cycle, a frame, a flow. */
export interface Relation {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly description: string | undefined;
  readonly steps: readonly string[];
}

/** A framework as its file has it. */
export interface Framework {
  readonly key: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly version: string;
  readonly description: string | undefined;
  /** What stands at the centre of its map. */
  readonly hub: string | undefined;
  /** What frames its whole map. */
  readonly frame: string | undefined;
  readonly relations: readonly Relation[];
  /** The file, from the guidance root. */
  readonly path: string;
  readonly elements: readonly FrameworkElement[];
}

/** The lists of a framework's file, with the kind of element that each holds. */
const LISTS: readonly (readonly [field: string, kind: ElementKind])[] = [
  ['domains', 'domain'],
  ['knowledge_domains', 'knowledge_domain'],
  ['attributes', 'attribute'],
  ['criteria', 'criterion'],
  ['audiences', 'audience'],
  ['practices', 'practice'],
];

/** What each kind of element is called in a sentence. */
export const KIND_NAMES: Readonly<Record<ElementKind, string>> = {
  domain: 'core domain',
  knowledge_domain: 'knowledge domain',
  attribute: 'attribute',
  criterion: 'criterion',
  audience: 'audience',
  practice: 'learning practice',
};

/** Reads a framework from the fields of its file; what is malformed is left out, for the schema rules to report. */
export function readFramework(path: string, value: Mapping): Framework | undefined {
  const key = textAt(value, 'key');
  if (key === undefined) return undefined;
  return {
    key,
    title: textAt(value, 'title') ?? key,
    shortTitle: textAt(value, 'short_title') ?? textAt(value, 'title') ?? key,
    version: textAt(value, 'version') ?? '',
    description: textAt(value, 'description'),
    hub: textAt(value, 'hub'),
    frame: textAt(value, 'frame'),
    relations: listAt(value, 'relations').flatMap((item) => readRelation(item) ?? []),
    path,
    elements: LISTS.flatMap(([field, kind]) =>
      listAt(value, field).flatMap((item, index) => readElement(kind, item, [field, index]) ?? []),
    ),
  };
}

function readElement(kind: ElementKind, value: Value, field: FieldPath): FrameworkElement | undefined {
  const key = textAt(value, 'key');
  if (!isMapping(value) || key === undefined) return undefined;
  const title = textAt(value, 'title') ?? key;
  const number = value['number'];
  return {
    kind,
    key,
    number: number === undefined || number === null ? undefined : String(number),
    title,
    shortTitle: textAt(value, 'short_title') ?? title,
    parts: listAt(value, 'parts').flatMap((part) => readPart(part) ?? []),
    description: textAt(value, 'description'),
    requirement: textAt(value, 'requirement'),
    function: textAt(value, 'function'),
    marked: textAt(value, 'marked'),
    knowledgeDomain: textAt(value, 'knowledge_domain'),
    domains: textsAt(value, 'domains'),
    replaces: textAt(value, 'replaces'),
    replacedBy: textAt(value, 'replaced_by'),
    field,
  };
}

function readRelation(value: Value): Relation | undefined {
  const key = textAt(value, 'key');
  if (key === undefined) return undefined;
  return {
    key,
    title: textAt(value, 'title') ?? key,
    kind: textAt(value, 'kind') ?? '',
    description: textAt(value, 'description'),
    steps: textsAt(value, 'steps'),
  };
}

function readPart(value: Value): ElementPart | undefined {
  const key = textAt(value, 'key');
  return key === undefined ? undefined : { key, label: String(valueAt(value, ['label']) ?? key), title: textAt(value, 'title') ?? key };
}

/** The elements of a kind, in the framework's order. */
export function elementsOf(framework: Framework, kind: ElementKind): readonly FrameworkElement[] {
  return framework.elements.filter((element) => element.kind === kind);
}

const byName = new WeakMap<Framework, Map<string, FrameworkElement>>();

/** The element that a text names: by its key, or by the number that authors may write in a key's place. */
export function findElement(framework: Framework, kinds: readonly string[], name: string): FrameworkElement | undefined {
  const names = namesOf(framework);
  for (const by of ['key', 'number']) {
    for (const kind of kinds) {
      const element = names.get(`${by} ${kind} ${name}`);
      if (element) return element;
    }
  }
  return undefined;
}

/** The element that has taken an element's place in its framework, by as many steps as it takes; itself where none has. */
export function currentElement(framework: Framework, element: FrameworkElement): FrameworkElement {
  let current = element;
  const seen = new Set<FrameworkElement>();
  while (!seen.has(current)) {
    seen.add(current);
    const { kind, replacedBy } = current;
    const next = framework.elements.find((other) => other.kind === kind && other.key === replacedBy);
    if (!next) return current;
    current = next;
  }
  // They replace each other in a circle: none of them is the current one.
  return element;
}

/** The current element that a key, an old key or a number names. */
export function findCurrent(framework: Framework, kinds: readonly string[], name: string): FrameworkElement | undefined {
  const element = findElement(framework, kinds, name);
  return element && currentElement(framework, element);
}

/** The elements by kind and name, made once: every reference of every document is looked up here. */
function namesOf(framework: Framework): Map<string, FrameworkElement> {
  let names = byName.get(framework);
  if (!names) {
    names = new Map();
    // Of two elements with one name the first counts.
    for (const element of [...framework.elements].reverse()) {
      names.set(`key ${element.kind} ${element.key}`, element);
      if (element.number !== undefined) names.set(`number ${element.kind} ${element.number}`, element);
    }
    byName.set(framework, names);
  }
  return names;
}

/** An element with its label: “12: Embedded and effective feedback culture”. */
export function labelled(element: { readonly number: string | undefined; readonly title: string }): string {
  return element.number === undefined ? element.title : `${element.number}: ${element.title}`;
}
