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

/** The locator of the file that was asked of last: it holds the file's text, which all files together have too much of. */
let last: { readonly facts: DocumentFacts; readonly locator: Locator } | undefined;
/** By file, as long as it stays as it is, and by field: where the value is. */
const fieldRanges = new WeakMap<DocumentFacts, Map<string, OffsetRange>>();

/** Where the value of a field is in its file. */
export function fieldRange(facts: DocumentFacts, source: SourceText, field: FieldPath): OffsetRange {
  if (last?.facts !== facts || last.locator.source.text !== source.text) last = { facts, locator: new Locator(facts, source) };
  return last.locator.range({ field });
}

/** The same for a file that is read only where it was not asked of that field before; undefined where it cannot be read. */
function fieldRangeIn(facts: DocumentFacts, field: FieldPath, sourceFor: SourceFor): OffsetRange | undefined {
  const key = field.join('\n');
  const known = fieldRanges.get(facts) ?? new Map<string, OffsetRange>();
  let range = known.get(key);
  if (range) return range;
  const source = sourceFor(facts.path);
  range = source && fieldRange(facts, source, field);
  if (range) fieldRanges.set(facts, known.set(key, range));
  return range;
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
      : occurrencesOf(named, snapshot).flatMap((occurrence) => placesOf(occurrence, named, sourceFor));
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
export function placesOf(occurrence: Occurrence, named: Named, sourceFor: SourceFor): Place[] {
  const { path } = occurrence;
  const ranges = rangesOf(occurrence, named, sourceFor);
  return ranges.map(({ start, end }) => ({ path, range: { start, end } }));
}

function rangesOf(occurrence: Occurrence, named: Named, sourceFor: SourceFor): readonly OffsetRange[] {
  if (occurrence.via === 'mention') return [occurrence.mention];
  if (occurrence.via === 'field') {
    const range = fieldRangeIn(occurrence.facts, occurrence.field, sourceFor);
    return range ? [range] : [];
  }
  const { reference } = occurrence;
  if (reference.via !== 'citation') return [reference];
  if (named.kind !== 'point') return [reference.key];
  const source = sourceFor(occurrence.path);
  return source ? pointsWritten(reference, named.source, source.text).filter(({ id }) => id === named.point.id) : [];
}
