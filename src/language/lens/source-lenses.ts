import { counted } from '../descriptions/markdown.js';
import type { LanguageDocument } from '../language-document.js';
import { fieldRange } from '../navigation/places.js';
import { possibleReferrers } from '../navigation/reference-index.js';
import type { Lens } from './lens.js';

/** How many documents cite each source, above its entry in the register. */
export function sourceLenses({ facts, path, source, snapshot }: LanguageDocument): Lens[] {
  if (path !== snapshot.manifest.sources) return [];
  return snapshot.sources.map((work) => {
    const citing = possibleReferrers({ kind: 'source', source: work }, snapshot).filter(({ references }) =>
      references.some((reference) => reference.via === 'citation' && reference.source === work.id),
    );
    const range = fieldRange(facts, source, [...work.field, 'id']);
    return { range, title: citing.length === 0 ? 'Cited nowhere' : `Cited in ${counted(citing.length, 'document')}`, shows: 'references' };
  });
}
