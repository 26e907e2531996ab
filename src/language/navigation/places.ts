import type { DocumentFacts } from '../../core/facts/types.js';
import { START } from '../../core/lint/finding.js';
import { Locator } from '../../core/lint/locate.js';
import { compare } from '../../core/text/compare.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { FieldPath } from '../../core/yaml/value.js';
import type { Place, SourceFor } from '../language-document.js';
import { definitionField } from '../targets/data-definitions.js';
import { headingWords } from '../targets/heading-words.js';
import { pointsWritten } from '../targets/reference-target.js';
import type { Named } from '../targets/target.js';
import { termsIn } from '../targets/terms-in.js';
import { type Occurrence, occurrencesOf } from './occurrences.js';
import { possibleReferrers } from './reference-index.js';

/** A file's locator, as long as the file stays as it is. */
const locators = new WeakMap<DocumentFacts, Locator>();

/** Where the value of a field is in its file. */
export function fieldRange(facts: DocumentFacts, source: SourceText, field: FieldPath): OffsetRange {
  let locator = locators.get(facts);
  if (locator?.source.text !== source.text) {
    locator = new Locator(facts, source);
    locators.set(facts, locator);
  }
  return locator.range({ field });
}

/** Where something is defined; undefined where its file cannot be read. */
export function definitionPlace(named: Named, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): Place | undefined {
  if (named.kind === 'file' || named.kind === 'document') return { path: named.path, range: START };
  if (named.kind === 'heading') {
    const source = sourceFor(named.path);
    return source && { path: named.path, range: headingWords(named.heading, source.text) };
  }
  const at = definitionField(named, snapshot);
  const facts = at && snapshot.facts(at.path);
  const source = facts && sourceFor(at.path);
  return source && { path: at.path, range: fieldRange(facts, source, at.field) };
}

/** Every place that refers to something, in the order of the files and of their texts. */
export function referencePlaces(named: Named, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): Place[] {
  const places =
    named.kind === 'term'
      ? possibleReferrers(named, snapshot).flatMap((facts) => termPlaces(facts, named, snapshot, sourceFor(facts.path)))
      : occurrencesOf(named, snapshot).flatMap((occurrence) => placesOf(occurrence, named, snapshot, sourceFor));
  return places.sort((a, b) => compare(a.path, b.path) || a.range.start - b.range.start);
}

/** Where a term is in the words of a document. */
export function termPlaces(
  facts: DocumentFacts,
  { term }: Extract<Named, { kind: 'term' }>,
  { glossary }: WorkspaceSnapshot,
  source: SourceText | undefined,
): Place[] {
  // Most texts have not got it, and need no closer look.
  if (!source?.text.toLowerCase().includes(term.term.toLowerCase().split(/\s+/)[0] ?? '')) return [];
  const found = termsIn(facts, source.text, glossary, { start: 0, end: source.text.length });
  return found.filter((one) => one.term.term === term.term).map(({ start, end }) => ({ path: facts.path, range: { start, end } }));
}

/** Where an occurrence is: one place, or the two of a point that a citation names twice. */
export function placesOf(occurrence: Occurrence, named: Named, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): Place[] {
  const { path } = occurrence;
  const ranges = rangesOf(occurrence, named, snapshot, sourceFor);
  return ranges.map(({ start, end }) => ({ path, range: { start, end } }));
}

function rangesOf(occurrence: Occurrence, named: Named, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): readonly OffsetRange[] {
  if (occurrence.via === 'mention') return [occurrence.mention];
  const source = sourceFor(occurrence.path);
  if (occurrence.via === 'field') {
    const facts = snapshot.facts(occurrence.path);
    return facts && source ? [fieldRange(facts, source, occurrence.field)] : [];
  }
  const { reference } = occurrence;
  if (reference.via !== 'citation') return [reference];
  if (named.kind !== 'point') return [reference.key];
  return source ? pointsWritten(reference, named.source, source.text).filter(({ id }) => id === named.point.id) : [];
}
