import { type ElementKind, type Framework, type FrameworkElement, KIND_NAMES } from '../../core/model/framework.js';
import { elementUuid, uuidOf } from '../plan/identifiers.js';
import type { ExchangeInput } from '../types.js';
import { changedOn, identified, linkTo } from './nodes.js';
import type { CFItem, CFItemType } from './types.js';

/** An item with what it was made from. */
export interface Item {
  readonly element: FrameworkElement;
  /** The item of the element that this is a part of. */
  readonly parent: CFItem | undefined;
  readonly item: CFItem;
}

/** Every element of a framework in its own order, each followed by its parts; those that have been replaced too. */
export function itemsOf(framework: Framework, input: ExchangeInput): Item[] {
  const seen = new Set<string>();
  return framework.elements
    .flatMap((element) => withParts(element, framework, input))
    .filter(({ item }) => {
      if (seen.has(item.identifier)) return false;
      seen.add(item.identifier);
      return true;
    });
}

function withParts(element: FrameworkElement, framework: Framework, input: ExchangeInput): Item[] {
  const { kind, key, number, title, shortTitle } = element;
  const changed = changedOn(framework.path, input);
  const address = input.addressOf?.({ framework: framework.key, kind, key });
  const type = itemType(kind, framework, input);
  const notes = [element.description, element.requirement, element.function].filter((text) => text !== undefined).join('\n\n');
  const common = { CFItemType: type.title, CFItemTypeURI: linkTo(type), language: input.snapshot.manifest.lang };
  const item: CFItem = {
    ...identified(elementUuid(framework.key, kind, key), changed, address),
    fullStatement: title,
    ...(shortTitle === title ? {} : { abbreviatedStatement: shortTitle }),
    ...(number === undefined ? {} : { humanCodingScheme: number }),
    ...common,
    ...(notes === '' ? {} : { notes }),
  };
  const parts = element.parts.map((part) => ({
    element,
    parent: item,
    item: {
      ...identified(elementUuid(framework.key, kind, key, part.key), changed),
      fullStatement: part.title,
      humanCodingScheme: `${number ?? ''}${part.label}`,
      ...common,
    },
  }));
  return [{ element, parent: undefined, item }, ...parts];
}

/** The kinds of item that a framework has, in its order. */
export function itemTypesOf(items: readonly Item[], framework: Framework, input: ExchangeInput): CFItemType[] {
  const kinds = [...new Set(items.map(({ element }) => element.kind))];
  return kinds.map((kind) => itemType(kind, framework, input));
}

/** A kind of element is the same in every framework. */
function itemType(kind: ElementKind, framework: Framework, input: ExchangeInput): CFItemType {
  const name = KIND_NAMES[kind];
  return {
    ...identified(uuidOf('item-type', kind), changedOn(framework.path, input)),
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    description: `What the framework calls a ${name}.`.replace(/a (?=[aeiou])/, 'an '),
    hierarchyCode: '1',
    typeCode: kind,
  };
}
