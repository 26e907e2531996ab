import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { compare } from '../../../core/text/compare.js';
import type { SiteFile } from '../../../site/types.js';
import { UsageError } from '../usage-error.js';
import { bytesOf } from './file-writer.js';
import { SITE_MARKER } from './site-marker.js';
import { assertSitePath } from './site-path.js';

/** The first moment that a zip file can name, in local time as the format has it: the same bytes wherever and whenever. */
const TIME = new Date(1980, 0, 1);
/** What is compressed already. */
const PACKED = /\.(?:woff2?|png|jpe?g|gif|webp|avif|zip|gz|pdf|mp4|docx|pptx|xlsx)$/i;

/** The format's own limits, without an extension that not every reader knows. */
const MOST_FILES = 65_535;
const MOST_BYTES = 0xffff_ffff;
const LEAVE_OUT = 'Leave out “--zip”.';

/**
 * Checks that a site fits into a zip file, before it is packed.
 * @throws UsageError where it does not
 */
export function assertZippable({ files, bytes }: { readonly files: number; readonly bytes: number }): void {
  if (files > MOST_FILES) throw new UsageError(`The site has more files than a zip file can hold. ${LEAVE_OUT}`);
  if (bytes > MOST_BYTES) throw new UsageError(`The site is larger than a zip file can hold, which is 4 GB. ${LEAVE_OUT}`);
}

/**
 * Checks that there is a folder for a zip file. None is made: a mistyped path would leave folders anywhere.
 * @throws UsageError where there is none
 */
export function assertZipPlace(outFile: string): void {
  const folder = dirname(outFile);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder “${folder}” for the zip file. Make it first, or name another place with “--zip”.`);
}

/**
 * Packs files into a zip file, in the order given; whole or not at all.
 * @returns its size in bytes
 * @throws UsageError where its folder is not there, or the files are more than a zip file can hold
 */
export function zipSite(files: Iterable<SiteFile>, outFile: string): number {
  assertZipPlace(outFile);
  const draft = join(dirname(outFile), `.${basename(outFile)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const size = writeZip(files, draft);
    renameSync(draft, outFile);
    return size;
  } catch (error) {
    // Nobody knows the draft's name: what goes wrong with it is told of the file that was asked for.
    throw (error as NodeJS.ErrnoException).path === draft ? Object.assign(error as Error, { path: outFile }) : error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeZip(files: Iterable<SiteFile>, file: string): number {
  const descriptor = openSync(file, 'wx');
  let size = 0;
  let count = 0;
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(descriptor, chunk);
      size += chunk.length;
      assertZippable({ files: count, bytes: size });
    });
    for (const file of files) {
      assertZippable({ files: ++count, bytes: size });
      add(zip, file.path, bytesOf(file));
    }
    zip.end();
  } finally {
    closeSync(descriptor);
  }
  return size;
}

function add(zip: Zip, path: string, bytes: Uint8Array): void {
  assertSitePath(path);
  const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
  entry.mtime = TIME;
  zip.add(entry);
  entry.push(bytes, true);
}

/**
 * Packs a site that is written into a zip file, in the order of the paths.
 * @returns its size in bytes
 */
export function zipFolder(folder: string, outFile: string): number {
  return zipSite(filesOf(folder, sitePaths(folder)), outFile);
}

/** The paths of the files of a site that is written, without the marker of its folder, in order. */
export function sitePaths(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
  return paths.filter((path) => path !== SITE_MARKER && statSync(join(folder, path)).isFile()).sort(compare);
}

/** Files of a folder, each read when it is asked for. */
export function* filesOf(folder: string, paths: readonly string[], below = ''): Generator<SiteFile> {
  for (const path of paths) yield { path: below + path, content: readFileSync(join(folder, path)) };
}
