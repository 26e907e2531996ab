import { join, resolve } from 'node:path';
import { type LocatedDiagnostic, MANIFEST, UsageError, type WorkspaceSnapshot } from '../../index.js';
import { Interrupted, interruptible } from '../../platform/node/interruption.js';
import { loadParser } from '../../platform/node/markdown-parser.js';
import { type ExportedSite, exportSite } from '../../platform/node/site/export-site.js';
import { historyOf } from '../../platform/node/site/git-history.js';
import { loadSiteAssets } from '../../platform/node/site/site-assets.js';
import { isWithin, siteTarget } from '../../platform/node/site/site-target.js';
import { assertZipPlace, assertZippable, zipFolder } from '../../platform/node/site/zip-site.js';
import { renderDocument } from '../../site/pages/document-page.js';
import { planSite } from '../../site/plan-site.js';
import { siteSettings } from '../../site/settings.js';
import { accentStyle } from '../../site/theme.js';
import { type CheckedRoot, checkRoot, isFailure } from '../check-root.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { failureText } from '../failure.js';
import { count } from '../formats/count.js';
import { fileSize } from '../formats/file-size.js';
import { loadReadable } from '../load-readable.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { packageFolder } from '../package-folder.js';
import { progressLine } from '../progress.js';
import { fromHere, rootOf } from '../roots.js';
import { type AddressOptions, assertZipName, siteOverrides } from '../site-options.js';
import type { Terminal } from '../terminal.js';

/** The options of `export`, as the command line has them. */
export interface ExportOptions extends ReadingOptions, AddressOptions {
  readonly force?: boolean;
  readonly drafts?: boolean;
  readonly zip?: string;
}

/** So many errors are shown; “dmap lint” shows them all. */
const SHOWN = 5;

/** Checks guidance and writes it as a site. Errors stop it, unless it is forced. */
export async function exportCommand(out: string, path: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
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
  const checked = await check(root, job);
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

/** What a site is made from. The findings are not part of it: in large guidance they would be in the way for as long as pages are made. */
interface Checked {
  readonly snapshot: WorkspaceSnapshot;
  readonly today: string;
  /** How many errors there are, and in which files. */
  readonly errors: ReadonlyMap<string, number>;
}

async function check(root: string, { options, terminal, throwIfCancelled }: Job): Promise<Checked | { stopped: ExitCode }> {
  const progress = progressLine(terminal);
  const open = { ...openOptions(options), progress: progress.show, throwIfCancelled };
  const checked = await checkRoot({ root, selected: [''] }, open).finally(progress.clear);
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && !options.force) {
    terminal.err((await withoutManifest(errors, checked)) ?? stoppedBy(errors, checked));
    return { stopped: errors.some(isFailure) ? EXIT.failed : EXIT.findings };
  }
  const { snapshot } = await loadReadable(checked.workspace).finally(progress.clear);
  throwIfCancelled();
  return { snapshot, today: checked.workspace.today, errors: countByPath(errors) };
}

async function write(out: string, root: string, checked: Checked, job: Job): Promise<ExportedSite> {
  const { options, overrides, terminal, throwIfCancelled } = job;
  const { assets, files } = loadSiteAssets(join(packageFolder(), 'dist/site'), accentStyle(siteSettings(checked.snapshot).accent));
  const documents = checked.snapshot.markdown.map((facts) => facts.path);
  const [parser, history] = await Promise.all([loadParser(options.parser), historyOf(root, documents)]);
  const input = { ...checked, assets, overrides, drafts: options.drafts === true, ...(history ? { history } : {}) };
  const { show, clear } = progressLine(terminal, undefined, 'Writing');
  const request = { root, plan: planSite(input, parser), render: renderDocument, parser, parserChoice: options.parser, assets: files };
  const zips = options.zip === undefined ? {} : { assertFits: assertZippable };
  return exportSite(out, { ...request, ...zips, progress: show, throwIfCancelled }).finally(clear);
}

function countByPath(errors: readonly LocatedDiagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of errors) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

/** Why nothing was exported where there is no manifest to go by, which no force helps with; undefined where there is one. */
async function withoutManifest(errors: readonly LocatedDiagnostic[], checked: CheckedRoot): Promise<string | undefined> {
  if (await isManifestReadable(checked.workspace)) return undefined;
  const { display, workspace } = checked;
  const { state } = (await workspace.load()).snapshot.facts(MANIFEST)?.fields ?? {};
  if (state === 'empty' || state === 'missing') {
    return `dmap: Nothing has been exported: ${display(MANIFEST)} has no fields in it.
Write “title:” into it, with what the guidance is called, such as “title: My guidance”. Then try again.
`;
  }
  const own = errors.filter(({ path }) => path === MANIFEST);
  return `dmap: Nothing has been exported: ${MANIFEST} cannot be read.
${listed(own, checked)}Mend ${own.length === 1 ? 'it' : 'them'} first. Without ${MANIFEST} nothing else can be read as it is meant.
`;
}

async function isManifestReadable(workspace: CheckedRoot['workspace']): Promise<boolean> {
  try {
    await loadReadable(workspace);
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** The first of errors, and how many more there are. */
function listed(errors: readonly LocatedDiagnostic[], { display }: CheckedRoot): string {
  const first = errors.slice(0, SHOWN).map(({ path, line, column, message }) => `  ${display(path)}:${line}:${column} ${message}\n`);
  return first.join('') + (errors.length > SHOWN ? `  and ${count(errors.length - SHOWN, 'more error', 'more errors')}\n` : '');
}

/** Why nothing was exported, with the first errors and what to do next. */
function stoppedBy(errors: readonly LocatedDiagnostic[], checked: CheckedRoot): string {
  const lint = `dmap lint ${fromHere(checked.target.root)}`;
  return `dmap: Nothing has been exported: the guidance has ${count(errors.length, 'error')}.
${listed(errors, checked)}Mend ${errors.length === 1 ? 'it' : 'them'} (“${lint}” says how), or use --force: the pages then say that they have errors.
`;
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
