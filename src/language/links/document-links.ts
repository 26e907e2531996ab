import type { Reference } from '../../core/facts/types.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { LanguageDocument, Place, SourceFor } from '../language-document.js';
import { definitionPlace, fieldRange } from '../navigation/places.js';
import { annotated } from '../targets/field-target.js';
import { referenced } from '../targets/reference-target.js';
import type { Named } from '../targets/target.js';

/** A stretch of a text that leads somewhere: to a place in the root, or to an address of the web. */
export type DocumentLink = { readonly range: OffsetRange; readonly tooltip: string } & (
  | { readonly place: Place }
  | { readonly url: string }
);

/** Everything in a document that leads somewhere: links, wiki links, citations, and names in its fields. */
export function documentLinks(document: LanguageDocument, sourceFor: SourceFor): DocumentLink[] {
  const { facts } = document;
  return [...fieldLinks(document, sourceFor), ...facts.references.flatMap((reference) => textLink(reference, document, sourceFor) ?? [])];
}

function textLink(reference: Reference, { facts, snapshot }: LanguageDocument, sourceFor: SourceFor): DocumentLink | undefined {
  const range = placeOf(reference);
  if ('url' in reference && /^https?:\/\//i.test(reference.url)) return { range, url: reference.url, tooltip: 'Open this address' };
  const named = referenced(reference, facts, snapshot);
  return named && linkTo(named, range, snapshot, sourceFor);
}

function placeOf(reference: Reference): OffsetRange {
  if (reference.via === 'citation') return reference.key;
  const { start, end } = reference.via === 'wiki-link' ? reference : (reference.urlRange ?? reference);
  return { start, end };
}

function fieldLinks({ facts, source, snapshot }: LanguageDocument, sourceFor: SourceFor): DocumentLink[] {
  if (facts.fields.state !== 'parsed') return [];
  return facts.fields.annotations.flatMap((annotation) => {
    const range = () => fieldRange(facts, source, annotation.path);
    if (annotation.kind === 'uri') {
      return /^https?:\/\//i.test(annotation.value) ? [{ range: range(), url: annotation.value, tooltip: 'Open this address' }] : [];
    }
    const named = annotated(annotation, facts, snapshot);
    return named ? (linkTo(named, range(), snapshot, sourceFor) ?? []) : [];
  });
}

function linkTo(named: Named, range: OffsetRange, snapshot: LanguageDocument['snapshot'], sourceFor: SourceFor): DocumentLink | undefined {
  const place = definitionPlace(named, snapshot, sourceFor);
  return place && { range, place, tooltip: `Open ${place.path}` };
}
