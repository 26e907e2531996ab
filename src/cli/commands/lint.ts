import { existsSync, statSync } from 'node:fs';
import type { WorkspaceOptions } from '../../index.js';
import { type CheckedRoot, checkRoot, isFailure } from '../check-root.js';
import { EXIT, type ExitCode, graver } from '../exit-code.js';
import { failureText } from '../failure.js';
import { lintPretty } from '../formats/lint-pretty.js';
import { lintSummary } from '../formats/lint-summary.js';
import type { NarrowedRoot } from '../narrow/narrow.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { progressLine } from '../progress.js';
import { LINT_FORMATS, LOG_FORMATS } from '../reports/lint-formats.js';
import { assertPlaces, type Output, outputsFrom } from '../reports/outputs.js';
import { writeReports } from '../reports/write-reports.js';
import { isSelected, type RootTarget, rootsOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** The options of `lint`, as the command line has them. */
export interface LintOptions extends ReadingOptions {
  /** Formats, each with the file that it goes to or none: `sarif:lint.sarif`. */
  readonly format?: readonly string[];
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly maxWarnings?: number;
  /** Only what is there because of what was changed since this revision. */
  readonly changedSince?: string;
  /** Only errors and warnings that the baseline does not know. */
  readonly newOnly?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

/**
 * Checks guidance, and mends what can be mended where that was asked for.
 * @param library what the library is told besides: other rules than the shipped ones
 */
export async function lintCommand(
  paths: readonly string[],
  options: LintOptions,
  terminal: Terminal,
  library: WorkspaceOptions = {},
): Promise<ExitCode> {
  const open = { ...openOptions(options), ...library };
  const outputs = outputsFrom(options.format ?? ['pretty'], LINT_FORMATS, LOG_FORMATS);
  const { targets, failures } = rootsOf(paths);
  assertPlaces(
    outputs,
    targets.map(({ root }) => root),
  );
  const debug = options.debug === true;
  for (const failure of failures) terminal.err(failureText(failure, debug));
  let code: ExitCode = failures.length > 0 ? EXIT.failed : EXIT.fine;
  const checked: CheckedRoot[] = [];
  const notes: string[] = [];
  for (const target of targets) {
    const progress = progressLine(terminal);
    try {
      const root = await checkOne(target, { ...open, progress: progress.show }, { ...options, outputs }, terminal, progress.clear);
      const narrowed = await narrow(root.checked, options, open);
      checked.push(narrowed.checked);
      notes.push(...narrowed.notes);
      code = graver(code, root.code);
    } catch (error) {
      progress.clear();
      terminal.err(failureText(error, debug));
      code = EXIT.failed;
    }
  }
  // What failed has been told; where nothing could be checked there is nothing to sum up.
  if (checked.length === 0 && code === EXIT.failed && outputs.every(({ format }) => format === 'pretty')) return code;
  return graver(code, await report(checked, { ...options, outputs, notes }, terminal));
}

/** The options with what they say about formats taken apart. */
type Settings = LintOptions & { readonly outputs: readonly Output[] };

/** Keeps the findings that were asked for. */
async function narrow(checked: CheckedRoot, { newOnly, changedSince }: LintOptions, open: WorkspaceOptions): Promise<NarrowedRoot> {
  const caused =
    changedSince === undefined
      ? { checked, notes: [] }
      : await (await import('../narrow/changed-since.js')).onlyCaused(checked, changedSince, open);
  if (!newOnly) return caused;
  const fresh = (await import('../narrow/narrow.js')).onlyNew(caused.checked, checked);
  return { checked: fresh.checked, notes: [...caused.notes, ...fresh.notes] };
}

async function checkOne(
  target: RootTarget,
  open: WorkspaceOptions,
  options: Settings,
  terminal: Terminal,
  clear: () => void,
): Promise<{ checked: CheckedRoot; code: ExitCode }> {
  const outcome =
    options.fix || options.fixDryRun
      ? await fixOne(target, open, options, terminal, clear)
      : { checked: await checkRoot(target, open), code: EXIT.fine };
  clear();
  sayWhatIsNotGuidance(outcome.checked, terminal);
  return outcome;
}

async function fixOne(target: RootTarget, open: WorkspaceOptions, options: Settings, terminal: Terminal, clear: () => void) {
  const { fixRoot } = await import('../fix/fix-and-report.js');
  // What other programs read is not to be mixed with what people are told.
  const shown = options.outputs.find(({ file }) => file === undefined);
  const say = shown === undefined || shown.format === 'pretty' ? terminal.out : terminal.err;
  return fixRoot(target, { open, write: options.fix === true, debug: options.debug === true, say, clear }, terminal);
}

/** A file that was named and is no guidance is not passed over in silence. */
function sayWhatIsNotGuidance({ target, files, display }: CheckedRoot, terminal: Terminal): void {
  for (const path of target.selected) {
    if (path === '' || files.some((file) => isSelected(file, [path]))) continue;
    const file = `${target.root}/${path}`;
    // `--fix` may have moved it.
    if (!existsSync(file)) continue;
    const what = statSync(file).isDirectory()
      ? 'holds no guidance documents'
      : 'is not a guidance document, or “exclude” in guidance.yml leaves it out';
    terminal.err(`dmap: “${display(path)}” was not checked: it ${what}.\n`);
  }
}

async function report(
  roots: readonly CheckedRoot[],
  options: Settings & { readonly notes: readonly string[] },
  terminal: Terminal,
): Promise<ExitCode> {
  const all = roots.flatMap((root) => root.diagnostics);
  const warnings = all.filter((one) => one.severity === 'warning').length;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  const shown = options.quiet
    ? roots.map((root) => ({ ...root, diagnostics: root.diagnostics.filter((one) => one.severity === 'error') }))
    : roots;
  const pretty = (where: Terminal) => prettyText(roots, shown, options, tooMany, where);
  await writeReports(options.outputs, { roots: shown, warningsFail: tooMany, pretty, env: process.env }, terminal);
  if (options.debug) for (const root of roots) sayStacks(root, terminal);
  if (all.some(isFailure)) return EXIT.failed;
  return tooMany || all.some((one) => one.severity === 'error') ? EXIT.findings : EXIT.fine;
}

function prettyText(
  roots: readonly CheckedRoot[],
  shown: readonly CheckedRoot[],
  options: LintOptions & { readonly notes: readonly string[] },
  tooMany: boolean,
  terminal: Terminal,
): string {
  const text = lintPretty(shown, terminal, { verbose: options.verbose === true });
  const summary = {
    roots,
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    fixing: options.fix ? ('tried' as const) : options.fixDryRun ? ('shown' as const) : ('not tried' as const),
    tooManyWarnings: tooMany ? options.maxWarnings : undefined,
    notes: options.notes,
  };
  return (text === '' ? '' : `${text}\n`) + lintSummary(summary, terminal);
}

function sayStacks({ diagnostics, display }: CheckedRoot, terminal: Terminal): void {
  for (const { data, path } of diagnostics) {
    if (data['stack']) terminal.err(`dmap: in ${display(path)}: ${String(data['stack'])}\n`);
  }
}
