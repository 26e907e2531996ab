import { headingNamed } from '../../core/coverage/section-states.js';
import type { CitationReference, DocumentFacts, Mention, Reference } from '../../core/facts/types.js';
import { fieldsOf, gapsOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type FieldPath, isMapping, type Value } from '../../core/yaml/value.js';
import { annotated, replacement } from '../targets/field-target.js';
import { mentioned, referenced } from '../targets/reference-target.js';
import { isSameNamed } from '../targets/same-named.js';
import type { Named } from '../targets/target.js';
import { possibleReferrers, ReferringNames } from './reference-index.js';

/** One place where a file refers to something: a field, a reference of the text, or a criterion's number. */
export type Occurrence = { readonly path: string } & (
  | { readonly via: 'field'; readonly facts: DocumentFacts; readonly field: FieldPath; readonly value: string }
  | { readonly via: 'reference'; readonly reference: Reference }
  | { readonly via: 'mention'; readonly mention: Mention }
);

/**
 * Everywhere that something is referred to by fields, links, wiki links, citations and numbers, file by file in the
 * order of their paths; terms are in the words of the texts, which facts do not hold.
 */
export function occurrencesOf(named: Named, snapshot: WorkspaceSnapshot): Occurrence[] {
  if (named.kind === 'term') return [];
  const files = [...snapshot.dataFiles, ...possibleReferrers(named, snapshot)];
  const names = new ReferringNames(named, snapshot);
  return files.flatMap((facts) => occurrencesIn(facts, named, snapshot, names));
}

/**
 * The same for one file.
 * @param names those by which a document can refer to it: what uses none of them need not be resolved
 */
export function occurrencesIn(
  facts: DocumentFacts,
  named: Named,
  snapshot: WorkspaceSnapshot,
  names: ReferringNames = new ReferringNames(named, snapshot),
): Occurrence[] {
  const { path } = facts;
  const found: Occurrence[] = fieldOccurrences(facts, named, snapshot, names);
  for (const reference of facts.references) {
    if (!names.areIn(reference)) continue;
    const target = referenced(reference, facts, snapshot);
    if (target && refersTo(target, reference, named)) found.push({ path, via: 'reference', reference });
  }
  for (const mention of named.kind === 'element' ? facts.mentions : []) {
    const target = mentioned(mention, facts, snapshot);
    if (target && isSameNamed(target, named)) found.push({ path, via: 'mention', mention });
  }
  return found;
}

/** Whether a reference that leads to one thing is one to another: a link to a heading is one to its document too. */
function refersTo(target: Named, reference: Reference, named: Named): boolean {
  if (named.kind === 'document') return (target.kind === 'document' || target.kind === 'heading') && target.path === named.path;
  if (named.kind === 'application') return refersTo(target, reference, { kind: 'document', path: named.application.path });
  if (named.kind === 'point' && reference.via === 'citation') return namesPoint(reference, named);
  return isSameNamed(target, named);
}

function namesPoint(reference: CitationReference, { source, point }: Extract<Named, { kind: 'point' }>): boolean {
  return (
    reference.source === source.id && reference.points.some((written) => written === point.id || written.split('-').includes(point.id))
  );
}

function fieldOccurrences(facts: DocumentFacts, named: Named, snapshot: WorkspaceSnapshot, names: ReferringNames): Occurrence[] {
  const { path, fields } = facts;
  if (fields.state !== 'parsed') return [];
  const at = (field: FieldPath, value: string) => ({ path, via: 'field', facts, field, value }) as const;
  const found: Occurrence[] = fields.annotations
    .filter((annotation) => {
      if (!names.areInField(annotation, facts)) return false;
      const target = annotated(annotation, facts, snapshot);
      return target !== undefined && isSameNamed(target, named);
    })
    .map((annotation) => at(annotation.path, annotation.value));
  if (named.kind === 'heading' && named.path === path) {
    for (const { section, field } of gapsOf(facts)) {
      const known = found.some((one) => one.via === 'field' && one.field.join('/') === `${field.join('/')}/section`);
      if (section !== undefined && !known && facts.headings[headingNamed(facts, section)]?.slug === named.heading.slug) {
        found.push(at([...field, 'section'], section));
      }
    }
  }
  if (named.kind === 'element' && facts.type === 'framework') found.push(...replacements(facts, named, snapshot));
  if (named.kind === 'file' && facts.format === 'yaml') {
    for (const [field, value] of textsIn(fieldsOf(facts), [])) {
      if (value === named.path && snapshot.facts(path)?.type === 'guidance') found.push(at(field, value));
    }
  }
  return found;
}

function replacements(facts: DocumentFacts, named: Extract<Named, { kind: 'element' }>, snapshot: WorkspaceSnapshot): Occurrence[] {
  const elements = snapshot.frameworks.find(({ path }) => path === facts.path)?.elements ?? [];
  return elements.flatMap((element) =>
    (['replaces', 'replaced_by'] as const).flatMap((name): Occurrence[] => {
      const value = name === 'replaces' ? element.replaces : element.replacedBy;
      const field = [...element.field, name];
      const target = value === undefined ? undefined : replacement(facts, field, value, snapshot);
      return value !== undefined && target && isSameNamed(target, named) ? [{ path: facts.path, via: 'field', facts, field, value }] : [];
    }),
  );
}

/** Every text in a value, with its field. */
function* textsIn(value: Value | undefined, field: FieldPath): Generator<[FieldPath, string]> {
  if (typeof value === 'string') yield [field, value];
  else if (Array.isArray(value)) for (const [index, item] of (value as readonly Value[]).entries()) yield* textsIn(item, [...field, index]);
  else if (isMapping(value)) for (const [key, child] of Object.entries(value)) yield* textsIn(child, [...field, key]);
}
