import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../usage-error.js';
import { makeFolder } from '../write-file.js';
import { markSite } from './site-marker.js';

/**
 * A new site in the making, in a folder beside the one whose place it will take.
 *
 * Until `publish` the old site is untouched; what is left of a run that was killed is cleared away by the next one.
 */
export class SiteDraft {
  /** Where the new site's files go, absolute. */
  readonly folder: string;

  private constructor(
    private readonly target: string,
    holds: string | undefined,
  ) {
    this.folder = beside(target, 'new');
    try {
      mkdirSync(this.folder);
    } catch (error) {
      // Nobody knows the folder's name: what goes wrong with it is told of the one that it would be in.
      throw Object.assign(error as Error, { folder: dirname(target) });
    }
    markSite(this.folder, holds);
  }

  /**
   * @param target as `siteTarget` gives it
   * @param holds the format of what is written; a site where none is named
   */
  static open(target: string, holds?: string): SiteDraft {
    makeFolder(dirname(target));
    clearLeftovers(target);
    return new SiteDraft(target, holds);
  }

  /** Puts the new site in the place of the old one. */
  publish(): void {
    const old = beside(this.target, 'old');
    const replaces = existsSync(this.target);
    try {
      if (replaces) renameSync(this.target, old);
      renameSync(this.folder, this.target);
    } catch (error) {
      if (existsSync(old)) renameSync(old, this.target);
      throw unmovable(error, this.target);
    }
    removeFolder(old);
  }

  /** Takes the new site away; the old one stays. */
  abandon(): void {
    removeFolder(this.folder);
  }
}

/** Folders that another program has open (on Windows), and those where another disk begins, cannot be moved aside. */
function unmovable(error: unknown, target: string): unknown {
  if (!['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return error;
  return new UsageError(
    `The new site could not take the place of “${basename(target)}”, which is as it was. Close what has it open; where it is a disk or volume of its own, export to a folder inside it.`,
  );
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** A name that says whose it is, so that one run never clears away the work of another. */
function beside(target: string, kind: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.dmap-${kind}-${process.pid}-${randomBytes(4).toString('hex')}`);
}

/** Clears away what runs that were killed left beside a site; an old site that such a run had moved aside is put back. */
function clearLeftovers(target: string): void {
  const folder = dirname(target);
  const own = `.${basename(target)}.dmap-`;
  for (const name of readdirSync(folder).sort()) {
    const [, kind, pid] = (name.startsWith(own) && /^(new|old)-(\d+)-[0-9a-f]{8}$/.exec(name.slice(own.length))) || [];
    if (kind === undefined || isRunning(Number(pid))) continue;
    if (kind === 'old' && !existsSync(target)) renameSync(join(folder, name), target);
    else removeFolder(join(folder, name));
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
