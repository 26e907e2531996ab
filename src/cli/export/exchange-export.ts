import { exportedApplications } from '../../exchange/plan/scopes.js';
import type { ExchangeFile, ExchangeInput } from '../../exchange/types.js';
import { UsageError } from '../../index.js';
import { Interrupted, interruptible } from '../../platform/node/interruption.js';
import { siteTarget } from '../../platform/node/site/site-target.js';
import { writeSite } from '../../platform/node/site/write-site.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count } from '../formats/count.js';
import { fileSize } from '../formats/file-size.js';
import { fromHere, rootOf } from '../roots.js';
import { siteOverrides } from '../site-options.js';
import type { Terminal } from '../terminal.js';
import { checkGuidance } from './check-guidance.js';
import { exchangeInput } from './exchange-input.js';
import type { ExchangeFormat } from './formats.js';
import type { ExchangeFiles, ExchangeOptions, MakeJob } from './make-job.js';

/** Checks guidance and writes it in a format for other programs, into a folder that is replaced whole or not at all. */
export async function exchangeExport(out: string, path: string, options: ExchangeOptions, terminal: Terminal): Promise<ExitCode> {
  const root = rootOf(path);
  if (options.zip !== undefined) throw new UsageError('“--zip” packs a site. Leave it out, or leave out “--format”.');
  siteOverrides(options);
  siteTarget(out, root, options.format);
  try {
    return await interruptible((throwIfCancelled) => checkAndWrite(out, { root, options, terminal, throwIfCancelled }));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.err('dmap: Stopped. Nothing has changed: what was exported before is as it was.\n');
    return EXIT.interrupted;
  }
}

async function checkAndWrite(out: string, job: Omit<MakeJob, 'checked'>): Promise<ExitCode> {
  const { root, options, terminal, throwIfCancelled } = job;
  const checked = await checkGuidance(root, {
    options,
    terminal,
    throwIfCancelled,
    forced: 'what is exported may then be wrong where they are',
  });
  if ('stopped' in checked) return checked.stopped;
  const input = await exchangeInput(root, checked, { ...options, overrides: siteOverrides(options) });
  throwIfCancelled();
  const names: string[] = [];
  const files = noted(await filesOf(options.format, input, { ...job, checked }), names, options.format);
  const { bytes } = await writeSite(out, files, { root, holds: options.format, throwIfCancelled });
  terminal.out(`Exported ${count(names.length, 'file')} (${fileSize(bytes)}) to ${fromHere(out)}: ${names.join(', ')}.\n`);
  if (!COUNTS_DRAFTS.has(options.format)) terminal.err(draftsLeftOut(input));
  return EXIT.fine;
}

/** Coverage tells of drafts whether or not they are exported. */
const COUNTS_DRAFTS: ReadonlySet<ExchangeFormat> = new Set(['csv', 'xlsx']);

/** Which of the applications that could have been meant stayed out as drafts; empty where none did. */
function draftsLeftOut(input: ExchangeInput): string {
  const exported = new Set(exportedApplications(input));
  const left = exportedApplications({ ...input, drafts: true }).filter((application) => !exported.has(application));
  if (left.length === 0) return '';
  const names = left.map(({ key }) => key).join(', ');
  return `dmap: Left out as ${left.length === 1 ? 'a draft' : 'drafts'}: ${names}. “--drafts” exports ${left.length === 1 ? 'it' : 'them'} too.\n`;
}

/** Each format's code is loaded when it is asked for. */
async function filesOf(format: ExchangeFormat, input: ExchangeInput, job: MakeJob): Promise<ExchangeFiles> {
  switch (format) {
    case 'moodle':
      return (await import('../../exchange/moodle/moodle-files.js')).moodleFiles(input);
    case 'case':
      return (await import('../../exchange/case/case-files.js')).caseFiles(input);
    case 'jsonld':
      return (await import('../../exchange/jsonld/jsonld-files.js')).jsonldFiles(input);
    case 'scorm':
      return (await import('./scorm.js')).scormPackages(input, job);
    case 'pdf':
      return (await import('./pdf.js')).pdfFiles(input, job);
    case 'docx':
      return (await import('./docx.js')).docxFiles(input, job);
    case 'csv':
      return (await import('../../exchange/coverage/csv-files.js')).coverageCsvFiles(input);
    case 'xlsx':
      return (await import('../../exchange/coverage/xlsx-files.js')).coverageXlsxFiles(input);
  }
}

/**
 * Files with a note of their names.
 * @throws UsageError where there is none: an empty folder would look like an export
 */
async function* noted(files: ExchangeFiles, names: string[], format: ExchangeFormat): AsyncGenerator<ExchangeFile> {
  for await (const file of files) {
    names.push(file.path);
    yield file;
  }
  if (names.length === 0) throw new UsageError(nothing(format));
}

function nothing(format: ExchangeFormat): string {
  return `There is nothing to export as ${format}. An application that is a draft needs “--drafts”; “dmap lint” says whether a framework cannot be read.`;
}
