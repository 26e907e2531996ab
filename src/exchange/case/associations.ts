import { type Framework, findElement } from '../../core/model/framework.js';
import type { CalendarDate } from '../../core/schema/dates.js';
import type { Application } from '../../core/workspace/application.js';
import { applicationReferences, type CrossReference, exportedCriteria, frameworkReferences } from '../plan/cross-references.js';
import { elementUuid, uuidOf } from '../plan/identifiers.js';
import type { ExchangeInput } from '../types.js';
import type { Item } from './items.js';
import { changedOn, identified, linkTo, nodeLink, type Titled } from './nodes.js';
import type { CFAssociation, CFAssociationGrouping, CFDocument, CFItem } from './types.js';

type Type = CFAssociation['associationType'];

/**
 * What the framework itself says: the tree, which everything hangs in by `isChildOf`; that a part is part of its element;
 * what has replaced what; and which core domain rests on which body of knowledge.
 */
export function frameworkAssociations(
  framework: Framework,
  document: CFDocument,
  items: readonly Item[],
  input: ExchangeInput,
): CFAssociation[] {
  const changed = changedOn(framework.path, input);
  const byId = new Map(items.map(({ item }) => [item.identifier, item]));
  const tree = items.flatMap(({ item, parent }, index) => {
    const from = titled(item);
    const child = association('isChildOf', from, parent ? titled(parent) : document, { changed, sequenceNumber: index + 1 });
    return parent ? [child, association('isPartOf', from, titled(parent), { changed })] : [child];
  });
  const replaced = items.flatMap(({ element, item, parent }) => {
    const next = element.replacedBy === undefined || parent ? undefined : findElement(framework, [element.kind], element.replacedBy);
    const by = next && next !== element ? byId.get(elementUuid(framework.key, next.kind, next.key)) : undefined;
    return by ? [association('replacedBy', titled(item), titled(by), { changed })] : [];
  });
  return [...tree, ...replaced, ...related(frameworkReferences(framework), { framework, byId, changed: () => changed })];
}

/** What the guidance of an application says, in a group of its own. */
export function applicationAssociations(application: Application, items: readonly Item[], input: ExchangeInput): CFAssociation[] {
  const { framework } = application;
  if (!framework) return [];
  const byId = new Map(items.map(({ item }) => [item.identifier, item]));
  const paths = new Map(exportedCriteria(application, input).map(({ key, path }) => [key, path]));
  const changed = ({ from }: CrossReference) => changedOn(paths.get(from.key) ?? application.path, input);
  return related(applicationReferences(application, input), {
    framework,
    byId,
    changed,
    grouping: groupingOf(application, framework, input),
  });
}

/** The group of an application's associations. */
export function groupingOf({ key, path, title }: Application, framework: Framework, input: ExchangeInput): CFAssociationGrouping {
  const address = input.addressOf?.({ document: path });
  return { ...identified(uuidOf('application', framework.key, key), changedOn(path, input), address), title };
}

interface Between {
  readonly framework: Framework;
  readonly byId: ReadonlyMap<string, CFItem>;
  readonly changed: (reference: CrossReference) => CalendarDate;
  readonly grouping?: CFAssociationGrouping;
}

/** What is related has no direction: where both sides say so, the association is one. */
function related(references: readonly CrossReference[], { framework, byId, changed, grouping }: Between): CFAssociation[] {
  const pairs = new Set<string>();
  return references.flatMap((reference) => {
    const [from, to] = [reference.from, reference.to].map(({ kind, key }) => byId.get(elementUuid(framework.key, kind, key)));
    if (!from || !to || pairs.has(`${to.identifier} ${from.identifier}`)) return [];
    pairs.add(`${from.identifier} ${to.identifier}`);
    const { because } = reference;
    return [association('isRelatedTo', titled(from), titled(to), { changed: changed(reference), grouping, notes: because })];
  });
}

interface More {
  readonly changed: CalendarDate;
  readonly sequenceNumber?: number;
  readonly grouping?: CFAssociationGrouping | undefined;
  readonly notes?: string | undefined;
}

function association(type: Type, from: Titled, to: Titled, { changed, sequenceNumber, grouping, notes }: More): CFAssociation {
  const identifier = uuidOf('association', type, from.identifier, to.identifier, ...(grouping ? [grouping.identifier] : []));
  return {
    ...identified(identifier, changed),
    associationType: type,
    ...(sequenceNumber === undefined ? {} : { sequenceNumber }),
    originNodeURI: nodeLink(from),
    destinationNodeURI: nodeLink(to),
    ...(grouping ? { CFAssociationGroupingURI: linkTo(grouping) } : {}),
    ...(notes === undefined ? {} : { notes }),
  };
}

function titled(item: CFItem): Titled {
  return { ...item, title: item.abbreviatedStatement ?? item.fullStatement };
}
