import { setImmediate } from 'node:timers/promises';
import type { SiteFile } from '../../../site/types.js';
import { FileWriter } from './file-writer.js';
import { SiteDraft } from './site-draft.js';
import { siteTarget } from './site-target.js';

/** Files of a site, made one at a time. */
export type SiteFiles = Iterable<SiteFile> | AsyncIterable<SiteFile>;

/** What writing a site needs besides its files. */
export interface WriteOptions {
  /** The guidance folder, which no site may take the place of. */
  readonly root: string;
  /** The format of what is written; a site where none is named. */
  readonly holds?: string;
  /** Called every few files with how many have been written. */
  readonly progress?: (written: number) => void;
  /** Called between files; throws to stop. */
  readonly throwIfCancelled?: () => void;
  /** What others write into the new folder before `files` are asked for: worker threads. Gives what they wrote. */
  readonly before?: (folder: string) => Promise<WrittenSite>;
  /** Called with what was written before it takes the place of the old site; throws to leave that as it was. */
  readonly assertFits?: (written: WrittenSite) => void;
}

/** What a site came to. */
export interface WrittenSite {
  readonly files: number;
  /** In bytes. */
  readonly bytes: number;
}

/** Signals and timers get their turn after this many files. */
const BREATH = 64;

/**
 * Writes a site into a new folder, and then puts that in the place of the one of that name. Whatever goes wrong on the
 * way, the old site stays whole.
 * @throws UsageError where the folder is not one that a site may take the place of
 */
export async function writeSite(out: string, files: SiteFiles, options: WriteOptions): Promise<WrittenSite> {
  const target = siteTarget(out, options.root, options.holds);
  options.throwIfCancelled?.();
  const draft = SiteDraft.open(target, options.holds);
  try {
    const others = (await options.before?.(draft.folder)) ?? { files: 0, bytes: 0 };
    const own = await writeFiles(draft.folder, files, options, others.files);
    const written = { files: others.files + own.files, bytes: others.bytes + own.bytes };
    options.assertFits?.(written);
    await breath(options);
    draft.publish();
    return written;
  } catch (error) {
    draft.abandon();
    throw error;
  }
}

async function writeFiles(folder: string, files: SiteFiles, options: WriteOptions, before: number): Promise<WrittenSite> {
  const writer = new FileWriter(folder);
  for await (const file of files) {
    writer.write(file);
    if (writer.files % BREATH !== 0) continue;
    await breath(options);
    options.progress?.(before + writer.files);
  }
  return writer;
}

/** Lets signals arrive, and stops where one has. */
async function breath({ throwIfCancelled }: WriteOptions): Promise<void> {
  await setImmediate();
  throwIfCancelled?.();
}
