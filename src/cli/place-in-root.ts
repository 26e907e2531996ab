import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../index.js';
import { isInside } from '../platform/node/write-file.js';
import { fromHere } from './roots.js';

/**
 * A place that somebody names, as a path from the root: from where they are if that is inside the root, else from
 * the root.
 * @throws UsageError where it is outside the root either way
 */
export function placeInRoot(root: string, place: string): string {
  const candidates = isAbsolute(place) ? [place] : [resolve(place), resolve(root, place)];
  const found = candidates.find((candidate) => isInside(root, candidate));
  if (found === undefined) throw new UsageError(`“${place}” is outside the guidance folder “${fromHere(root)}”. Give a path inside it.`);
  return relative(root, found).split(sep).join('/');
}
