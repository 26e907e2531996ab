import { count } from '../../core/text/words.js';

import type { LanguageDocument } from '../language-document.js';
import { documentsCiting } from '../navigation/navigate.js';
import { fieldRange } from '../navigation/places.js';
import type { Lens } from './lens.js';

/** How many documents cite each source, above its entry in the register. */
export function sourceLenses({ facts, path, source, snapshot }: LanguageDocument): Lens[] {
  if (path !== snapshot.manifest.sources) return [];
  return snapshot.sources.map((work) => {
    const citing = documentsCiting(work, snapshot);
    const range = fieldRange(facts, source, [...work.field, 'id']);
    return { range, title: citing.length === 0 ? 'Cited nowhere' : `Cited in ${count(citing.length, 'document')}`, shows: 'references' };
  });
}
