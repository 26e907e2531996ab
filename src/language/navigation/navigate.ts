import type { DocumentFacts } from '../../core/facts/types.js';
import type { Source } from '../../core/model/sources.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { LanguageDocument, Place, SourceFor } from '../language-document.js';
import type { Named, Target } from '../targets/target.js';
import { targetAt } from '../targets/target-at.js';
import { occurrencesIn, occurrencesOf } from './occurrences.js';
import { definitionPlace, placesOf, referencePlaces, termPlaces } from './places.js';
import { possibleReferrers } from './reference-index.js';

/** Where what is at an offset leads to, with the words there that do. */
export interface Definition {
  readonly origin: OffsetRange;
  readonly place: Place;
}

/** The definition of what is at an offset: an entry of a data file, a heading, a document or another file. */
export function definitionAt(document: LanguageDocument, offset: number, sourceFor: SourceFor): Definition | undefined {
  const target = targetAt(document, offset);
  const named = target && namedOf(target);
  const place = named && definitionPlace(named, document.snapshot, sourceFor);
  return place && { origin: target.range, place };
}

/** Every place that refers to what is at an offset: in front matter and data files, links, wiki links, citations and words. */
export function referencesAt(
  document: LanguageDocument,
  offset: number,
  sourceFor: SourceFor,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Place[] {
  const target = targetAt(document, offset);
  const named = target && namedOf(wholeDocument(target, document));
  if (!named) return [];
  const declaration = includeDeclaration ? definitionPlace(named, document.snapshot, sourceFor) : undefined;
  return [...(declaration ? [declaration] : []), ...referencePlaces(named, document.snapshot, sourceFor)];
}

/** Where a document names or defines what is at an offset of it, in order. */
export function highlightsAt(
  document: LanguageDocument,
  offset: number,
): { readonly range: OffsetRange; readonly role: 'definition' | 'reference' }[] {
  const { facts, snapshot, source, path } = document;
  const target = targetAt(document, offset);
  const named = target && namedOf(target);
  if (!named) return [];
  const own: SourceFor = (other) => (other === path ? source : undefined);
  const definition = named.kind === 'document' || named.kind === 'file' ? undefined : definitionPlace(named, snapshot, own);
  const places =
    named.kind === 'term'
      ? termPlaces(facts, named, snapshot, source)
      : occurrencesIn(facts, named, snapshot).flatMap((occurrence) => placesOf(occurrence, named, own));
  return [
    ...(definition?.path === path ? [{ range: definition.range, role: 'definition' as const }] : []),
    ...places.map(({ range }) => ({ range, role: 'reference' as const })),
  ].sort((a, b) => a.range.start - b.range.start);
}

/** The documents, other than itself, that refer to a document, in the order of their paths. */
export function documentsReferringTo(path: string, snapshot: WorkspaceSnapshot): string[] {
  const paths = occurrencesOf({ kind: 'document', path }, snapshot).map((occurrence) => occurrence.path);
  return [...new Set(paths)].filter((other) => other !== path);
}

/** The documents whose text cites a source, in the order of their paths. */
export function documentsCiting(source: Source, snapshot: WorkspaceSnapshot): DocumentFacts[] {
  return possibleReferrers({ kind: 'source', source }, snapshot).filter(({ references }) =>
    references.some((reference) => reference.via === 'citation' && reference.source === source.id),
  );
}

/** What is at a place, where it has a name that others can refer to it by. */
export function namedOf(target: Target): (Target & Named) | undefined {
  return target.kind === 'field' || target.kind === 'date' ? undefined : target;
}

/** The title of a document stands for all of it: who looks for references there wants those to the document. */
function wholeDocument(target: Target, { facts, path }: LanguageDocument): Target {
  const isTitle =
    target.kind === 'heading' && target.role === 'definition' && target.heading === facts.headings[0] && target.heading.depth === 1;
  return isTitle ? { kind: 'document', path, range: target.range, role: 'definition' } : target;
}
