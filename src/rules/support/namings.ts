import type { Location, RelatedPlace } from '../../core/lint/finding.js';

/** One file that names something, with all the places where it does. */
export interface Naming<Place extends { readonly at: Location }> {
  readonly path: string;
  readonly places: readonly Place[];
}

/** More places than these are no help beside a finding. */
const FEW = 5;

/** The first place in each of some files, as far as that helps. */
export function alsoHere(namings: readonly Naming<{ readonly at: Location }>[], message: string): RelatedPlace[] {
  return namings.slice(0, FEW).flatMap(({ path, places }) => (places[0] ? [{ path, at: places[0].at, message }] : []));
}
