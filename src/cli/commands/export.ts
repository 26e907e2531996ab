import { resolve } from 'node:path';
import { UsageError } from '../../index.js';
import { Interrupted, interruptible } from '../../platform/node/interruption.js';
import { type ExportedSite, exportSite } from '../../platform/node/site/export-site.js';
import { isWithin, siteTarget } from '../../platform/node/site/site-target.js';
import { assertZipPlace, assertZippable, zipFolder } from '../../platform/node/site/zip-site.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Checked, checkGuidance } from '../export/check-guidance.js';
import type { ExchangeFormat } from '../export/formats.js';
import { siteRequest } from '../export/site-request.js';
import { failureText } from '../failure.js';
import { count } from '../formats/count.js';
import { fileSize } from '../formats/file-size.js';
import type { ReadingOptions } from '../open-options.js';
import { progressLine } from '../progress.js';
import { fromHere, rootOf } from '../roots.js';
import { type AddressOptions, assertZipName, siteOverrides } from '../site-options.js';
import type { Terminal } from '../terminal.js';

/** The options of `export`, as the command line has them. */
export interface ExportOptions extends ReadingOptions, AddressOptions {
  readonly format?: 'site' | ExchangeFormat;
  readonly application?: string;
  readonly force?: boolean;
  readonly drafts?: boolean;
  readonly zip?: string;
}

/** Checks guidance and writes it as a site, or in another format. Errors stop it, unless it is forced. */
export async function exportCommand(out: string, path: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const { format = 'site' } = options;
  if (format !== 'site') {
    const { exchangeExport } = await import('../export/exchange-export.js');
    return exchangeExport(out, path, { ...options, format }, terminal);
  }
  if (options.application !== undefined) {
    throw new UsageError('A site has all applications on it. Leave out “--application”, or name another format with “--format”.');
  }
  const root = rootOf(path);
  const overrides = siteOverrides(options);
  const target = siteTarget(out, root);
  if (options.zip !== undefined) assertZip(options.zip, target);
  try {
    return await interruptible((throwIfCancelled) => checkAndWrite(out, root, { options, overrides, terminal, throwIfCancelled }));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.err('dmap: Stopped. Nothing has changed: a site that was there is as it was.\n');
    return EXIT.interrupted;
  }
}

interface Job {
  readonly options: ExportOptions;
  readonly overrides: ReturnType<typeof siteOverrides>;
  readonly terminal: Terminal;
  readonly throwIfCancelled: () => void;
}

async function checkAndWrite(out: string, root: string, job: Job): Promise<ExitCode> {
  const { options, terminal } = job;
  const started = performance.now();
  const checked = await checkGuidance(root, { ...job, forced: 'the pages then say that they have errors' });
  if ('stopped' in checked) return checked.stopped;
  const site = await write(out, root, checked, job);
  for (const problem of site.problems) terminal.err(`dmap: ${problem}\n`);
  const done = summary(site, out, checked.errors, performance.now() - started);
  const zipped = options.zip === undefined ? { told: '' } : pack(out, options.zip);
  terminal.out(done + zipped.told);
  if (!('error' in zipped)) return EXIT.fine;
  terminal.err(failureText(zipped.error, false).replace(/^dmap: /, 'dmap: The site was exported; the zip was not: '));
  return EXIT.failed;
}

/** Packs a site, and tells it or gives what went wrong: the site is there whatever becomes of its zip file. */
function pack(out: string, zip: string): { told: string; error?: unknown } {
  try {
    return { told: `Packed into ${fromHere(zip)} (${fileSize(zipFolder(out, zip))}).\n` };
  } catch (error) {
    return { told: '', error };
  }
}

async function write(out: string, root: string, checked: Checked, job: Job): Promise<ExportedSite> {
  const { options, terminal, throwIfCancelled } = job;
  const request = await siteRequest(root, checked, job);
  const { show, clear } = progressLine(terminal, undefined, 'Writing');
  const zips = options.zip === undefined ? {} : { assertFits: assertZippable };
  return exportSite(out, { ...request, ...zips, progress: show, throwIfCancelled }).finally(clear);
}

function summary({ pages, files, bytes }: ExportedSite, out: string, errors: Checked['errors'], time: number): string {
  const others = count(files - pages, 'other file');
  const total = [...errors.values()].reduce((sum, number) => sum + number, 0);
  const marked = total === 0 ? '' : ` The guidance has ${count(total, 'error')}, which the pages say.`;
  return `Exported ${count(pages, 'page')} and ${others} (${fileSize(bytes)}) to ${fromHere(out)} in ${(time / 1000).toFixed(1)} s.${marked}\n`;
}

function assertZip(zip: string, target: string): void {
  assertZipName(zip);
  if (isWithin(resolve(zip), target)) {
    throw new UsageError(`“--zip ${zip}” is inside the site, which is replaced as a whole. Put the zip file beside it.`);
  }
  assertZipPlace(zip);
}
