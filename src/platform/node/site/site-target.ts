import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { MANIFEST } from '../../../core/model/manifest.js';
import { UsageError } from '../usage-error.js';
import { A_SITE, markedAs } from './site-marker.js';

/**
 * The folder that a site is to take the place of, absolute and with every link on the way followed.
 * @param root the guidance folder, which must stay whole
 * @param holds the format of what is to be written: the folder of another format is left as it is
 * @throws UsageError where something is there that this tool did not make
 */
export function siteTarget(out: string, root: string, holds = A_SITE): string {
  const what = holds === A_SITE ? 'a site' : 'an export';
  const target = realPlace(resolve(out));
  const guidance = realpathSync.native(root);
  if (isWithin(guidance, target)) {
    throw new UsageError(
      target === guidance
        ? `“${out}” is the guidance folder itself, and ${what} would take its place. ${ELSEWHERE}`
        : `“${out}” holds the guidance folder, and ${what} would take its place. ${ELSEWHERE}`,
    );
  }
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (!there) return target;
  if (!there.isDirectory()) throw new UsageError(`“${out}” is a file, and ${what} needs a folder. Give another name, or move the file.`);
  assertReplaceable(out, target, { guidance, holds, what });
  return target;
}

const ELSEWHERE = 'Name a folder that is not there yet.';

interface Replacement {
  readonly guidance: string;
  readonly holds: string;
  /** The same in words. */
  readonly what: string;
}

function assertReplaceable(out: string, target: string, { guidance, holds, what }: Replacement): void {
  const names = readdirSync(target);
  if (names.length === 0) return;
  const marked = markedAs(target);
  if (marked !== undefined && marked !== holds) {
    const there = marked === A_SITE ? 'a site' : `an export in the format “${marked}”`;
    throw new UsageError(`“${out}” holds ${there}, which is not written over. Name another folder, or delete this one first.`);
  }
  if (marked !== undefined) {
    if (!names.includes('.git')) return;
    throw new UsageError(
      `“${out}” is a Git repository, which would be lost with the old ${holds === A_SITE ? 'site' : 'export'}. Export to another folder, and copy the ${holds === A_SITE ? 'site' : 'files'} into the repository.`,
    );
  }
  const reason =
    isWithin(target, guidance) || names.includes(MANIFEST) ? 'holds guidance' : 'is not empty, and this tool did not make what is in it';
  throw new UsageError(
    `“${out}” ${reason}, so no ${what.replace(/^an? /, '')} is written over it. Name another folder, or empty this one first.`,
  );
}

/** Whether a place is a folder or inside it. */
export function isWithin(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A place with the links on the way to it followed; what is not there yet is kept as it is named. */
function realPlace(place: string): string {
  if (existsSync(place)) return realpathSync.native(place);
  if (lstatSync(place, { throwIfNoEntry: false })) {
    throw new UsageError(`“${place}” is a link that leads nowhere. Delete it, or give another name.`);
  }
  const parent = dirname(place);
  return parent === place ? place : join(realPlace(parent), basename(place));
}
