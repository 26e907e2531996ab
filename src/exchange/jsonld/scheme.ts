import {
  type ElementKind,
  elementsOf,
  type Framework,
  type FrameworkElement,
  findElement,
  KIND_NAMES,
} from '../../core/model/framework.js';
import type { ExchangeInput } from '../types.js';
import { collectionId, conceptId, type Node, schemeId } from './names.js';

const KINDS = Object.keys(KIND_NAMES) as ElementKind[];

/** A framework as a concept scheme of SKOS, which is a set of defined terms of schema.org too: with its elements by kind. */
export function* schemeNodes(framework: Framework, input: ExchangeInput): Generator<Node> {
  const { key, title, shortTitle, version, description } = framework;
  const elements = distinct(framework.elements);
  const tops = elements.map((element) => conceptId(key, element.kind, element.key));
  const scheme = schemeId(key);
  yield {
    id: scheme,
    type: ['skos:ConceptScheme', 'schema:DefinedTermSet'],
    prefLabel: title,
    name: title,
    altLabel: shortTitle === title ? undefined : shortTitle,
    version: version === '' ? undefined : version,
    description,
    url: input.addressOf?.({ framework: key }),
    hasTopConcept: tops,
    hasDefinedTerm: tops,
  };
  for (const kind of KINDS) {
    const members = elementsOf(framework, kind);
    if (members.length === 0) continue;
    const name = KIND_NAMES[kind];
    yield {
      id: collectionId(key, kind),
      type: 'skos:Collection',
      prefLabel: `${title}: ${name}`,
      member: [...new Set(members.map((element) => conceptId(key, kind, element.key)))],
    };
  }
  for (const element of elements) yield* conceptNodes(element, framework, input);
}

function* conceptNodes(element: FrameworkElement, framework: Framework, input: ExchangeInput): Generator<Node> {
  const { kind, number, title, shortTitle, parts, description } = element;
  const id = conceptId(framework.key, kind, element.key);
  const scheme = schemeId(framework.key);
  const partIds = [...new Set(parts.map((part) => conceptId(framework.key, kind, element.key, part.key)))];
  const notes = [element.requirement, element.function].filter((note) => note !== undefined);
  yield {
    id,
    type: ['skos:Concept', 'schema:DefinedTerm'],
    prefLabel: title,
    name: title,
    altLabel: shortTitle === title ? undefined : shortTitle,
    notation: number,
    termCode: number,
    definition: description,
    scopeNote: notes.length > 0 ? notes : undefined,
    inScheme: scheme,
    topConceptOf: scheme,
    inDefinedTermSet: scheme,
    url: input.addressOf?.({ framework: framework.key, kind, key: element.key }),
    narrower: partIds.length > 0 ? partIds : undefined,
    related: knowledgeOf(element, framework),
    isReplacedBy: successorOf(element, framework),
  };
  for (const [index, part] of parts.entries()) {
    if (parts.findIndex((other) => other.key === part.key) !== index) continue;
    yield {
      id: conceptId(framework.key, kind, element.key, part.key),
      type: ['skos:Concept', 'schema:DefinedTerm'],
      prefLabel: part.title,
      name: part.title,
      notation: `${number ?? ''}${part.label}`,
      termCode: `${number ?? ''}${part.label}`,
      inScheme: scheme,
      inDefinedTermSet: scheme,
      broader: id,
    };
  }
}

/** The body of knowledge that a core domain rests on. */
function knowledgeOf({ knowledgeDomain }: FrameworkElement, framework: Framework): string | undefined {
  const known = knowledgeDomain === undefined ? undefined : findElement(framework, ['knowledge_domain'], knowledgeDomain);
  return known && conceptId(framework.key, known.kind, known.key);
}

function successorOf(element: FrameworkElement, framework: Framework): string | undefined {
  const next = element.replacedBy === undefined ? undefined : findElement(framework, [element.kind], element.replacedBy);
  return next && next !== element ? conceptId(framework.key, next.kind, next.key) : undefined;
}

/** Of two elements with one key, which an export can be forced in spite of, the first. */
function distinct(elements: readonly FrameworkElement[]): FrameworkElement[] {
  return elements.filter(({ kind, key }, index) => elements.findIndex((other) => other.kind === kind && other.key === key) === index);
}
