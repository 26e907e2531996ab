import type { DocumentFacts } from '../../core/facts/types.js';
import type { Location } from '../../core/lint/finding.js';
import type { Source } from '../../core/model/sources.js';
import { keptByRoot } from '../../core/workspace/kept-index.js';

/** A source that a document names, in its text or in a field. */
export interface CitedSource {
  readonly source: string;
  readonly at: Location;
  /** Whether a part of the work is named with it. */
  readonly located: boolean;
}

/** Documents by the keys of the sources that they name. */
export const documentsBySource = keptByRoot((facts) => citedSources(facts).map(({ source }) => source));

/** Every naming of a source in a document: the citations of its text in order, then its fields. */
export function citedSources(facts: DocumentFacts): CitedSource[] {
  const cited: CitedSource[] = [];
  for (const reference of facts.references) {
    if (reference.via !== 'citation') continue;
    cited.push({ source: reference.source, at: reference.key, located: reference.locator !== undefined });
  }
  if (facts.fields.state !== 'parsed') return cited;
  for (const annotation of facts.fields.annotations) {
    if (annotation.kind === 'source') cited.push({ source: annotation.value, at: { field: annotation.path }, located: false });
  }
  return cited;
}

/** A work as people recognise it: “Smith and Jones, 2020, How neighbours listen”. */
export function described({ authors, year, title }: Source): string {
  const [first, second, third] = authors;
  const names = third !== undefined ? `${first} and others` : [first, second].filter((name) => name !== undefined).join(' and ');
  return [names, year, title].filter((part) => part !== undefined && part !== '').join(', ');
}
