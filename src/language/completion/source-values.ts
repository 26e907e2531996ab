import { describeSource, labelOf } from '../descriptions/source.js';
import type { LanguageDocument } from '../language-document.js';
import type { ValueOffer } from './value-offer.js';

/** The sources of the register, by author, year and title. */
export function sourceValues({ snapshot }: LanguageDocument): ValueOffer[] {
  return snapshot.sources.map((source) => {
    const label = labelOf(source, snapshot);
    return {
      value: source.id,
      kind: 'source',
      label: label === source.title ? label : `${label}: ${source.title}`,
      detail: source.id,
      documentation: () => describeSource(source, snapshot),
      names: `${source.id} ${source.authors.join(' ')} ${source.year ?? ''} ${source.title}`,
    };
  });
}
