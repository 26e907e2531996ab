import type { CitationReference, Reference } from '../../core/facts/types.js';
import type { Source } from '../../core/model/sources.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { LanguageDocument } from '../language-document.js';
import { fieldTarget } from './field-target.js';
import { headingWords } from './heading-words.js';
import { mentioned, pointsWritten, referenced } from './reference-target.js';
import type { Target } from './target.js';
import { termsIn } from './terms-in.js';

/** Longer terms than this, on either side of the cursor, are not looked for. */
const LONGEST_TERM = 200;

/**
 * What is at an offset of a document or data file: an element's key, a link, a citation or one of its points, a
 * heading, a term, a name that is defined here.
 * @returns undefined where there is nothing that has a meaning in the root
 */
export function targetAt(document: LanguageDocument, offset: number): Target | undefined {
  const { facts } = document;
  if (facts.format === 'yaml') return fieldTarget(document, offset);
  const { fields } = facts;
  if (fields.state === 'parsed' && offset <= fields.range.end) return fieldTarget(document, offset);
  return (
    referenceTarget(document, offset) ?? mentionTarget(document, offset) ?? termTarget(document, offset) ?? headingTarget(document, offset)
  );
}

/** The innermost reference at an offset: an image can be inside a link. */
export function referenceAt(references: readonly Reference[], offset: number): Reference | undefined {
  return references.filter((one) => holds(one, offset)).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function referenceTarget({ facts, source, snapshot }: LanguageDocument, offset: number): Target | undefined {
  const reference = referenceAt(facts.references, offset);
  const named = reference && referenced(reference, facts, snapshot);
  if (!reference || !named) return undefined;
  if (reference.via === 'citation' && named.kind === 'source') {
    return { ...citationTarget(reference, named.source, source.text, offset), role: 'reference' };
  }
  const url = reference.via === 'link' || reference.via === 'image' ? reference.urlRange : undefined;
  const { start, end } = url && holds(url, offset) ? url : reference;
  return { ...named, range: { start, end }, role: 'reference' };
}

function citationTarget(reference: CitationReference, source: Source, text: string, offset: number) {
  const written = pointsWritten(reference, source, text).find((one) => holds(one, offset));
  const point = written && source.points.find(({ id }) => id === written.id);
  if (!point) return { kind: 'source', source, range: reference.key } as const;
  return { kind: 'point', source, point, range: { start: written.start, end: written.end } } as const;
}

function mentionTarget({ facts, snapshot }: LanguageDocument, offset: number): Target | undefined {
  const mention = facts.mentions.find((one) => holds(one, offset));
  const named = mention && mentioned(mention, facts, snapshot);
  return named && { ...named, range: { start: mention.start, end: mention.end }, role: 'reference' };
}

function termTarget({ facts, source, snapshot }: LanguageDocument, offset: number): Target | undefined {
  const within = { start: Math.max(0, offset - LONGEST_TERM), end: Math.min(source.text.length, offset + LONGEST_TERM) };
  const found = termsIn(facts, source.text, snapshot.glossary, within).find((one) => holds(one, offset));
  return found && { kind: 'term', term: found.term, range: { start: found.start, end: found.end }, role: 'reference' };
}

function headingTarget({ facts, source, path }: LanguageDocument, offset: number): Target | undefined {
  const heading = facts.headings.find((one) => holds(one, offset));
  return heading && { kind: 'heading', path, heading, range: headingWords(heading, source.text), role: 'definition' };
}

function holds(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
