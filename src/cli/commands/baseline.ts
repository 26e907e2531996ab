import { writeSidecar } from '../../platform/node/sidecar-files.js';
import { againstBaseline, BASELINE, type BaselineEntry, writeBaseline } from '../../review/baseline.js';
import { type CheckedRoot, checkRoot, isFailure } from '../check-root.js';
import { EXIT, type ExitCode, graver } from '../exit-code.js';
import { count } from '../formats/count.js';
import { baselineIn, compareWithBaseline, debtsOf } from '../narrow/baseline.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { progressLine } from '../progress.js';
import { rootsOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** The options of `baseline`, as the command line has them. */
export interface BaselineOptions extends ReadingOptions {
  readonly prune?: boolean;
  readonly check?: boolean;
}

/** Writes down what is found now, takes out what is no longer found, or says whether there is any such. */
export async function baselineCommand(path: string, options: BaselineOptions, terminal: Terminal): Promise<ExitCode> {
  const { targets, failures } = rootsOf([path]);
  for (const failure of failures) throw failure;
  let code: ExitCode = EXIT.fine;
  for (const { root } of targets) {
    const progress = progressLine(terminal);
    const checked = await checkRoot({ root, selected: [''] }, { ...openOptions(options), progress: progress.show }).finally(progress.clear);
    code = graver(code, outcomeFor(checked, options, terminal));
  }
  return code;
}

function outcomeFor(checked: CheckedRoot, options: BaselineOptions, terminal: Terminal): ExitCode {
  if (checked.diagnostics.some(isFailure)) {
    // What is found while something is broken is not what is there.
    terminal.err('dmap: The tool or its configuration failed, so the baseline was left as it is. “dmap lint” says what is wrong.\n');
    return EXIT.failed;
  }
  if (options.check) return check(checked, terminal);
  return options.prune ? prune(checked, terminal) : write(checked, terminal);
}

function check(checked: CheckedRoot, terminal: Terminal): ExitCode {
  const { stale, known } = compareWithBaseline(checked);
  const place = checked.display(BASELINE);
  if (stale.length === 0) {
    terminal.out(`Everything in ${place} is still found (${count(known.length, 'finding')}).\n`);
    return EXIT.fine;
  }
  terminal.out(
    `${count(stale.length, 'entry', 'entries')} of ${place} ${stale.length === 1 ? 'is' : 'are'} no longer found:\n${listed(stale)}`,
  );
  terminal.out('Next: “dmap baseline --prune” takes what is mended out, so that it is noticed if it comes back.\n');
  return EXIT.findings;
}

function prune(checked: CheckedRoot, terminal: Terminal): ExitCode {
  const { stale, known } = compareWithBaseline(checked);
  if (stale.length > 0) writeSidecar(checked.target.root, BASELINE, writeBaseline(known));
  terminal.out(
    stale.length === 0
      ? `There was nothing to take out of ${checked.display(BASELINE)}.\n`
      : `Took ${count(stale.length, 'entry', 'entries')} out of ${checked.display(BASELINE)}; ${count(known.length, 'finding')} left:\n${listed(stale)}`,
  );
  return EXIT.fine;
}

function write(checked: CheckedRoot, terminal: Terminal): ExitCode {
  const debts = debtsOf(checked.diagnostics);
  const before = baselineIn(checked.target.root);
  writeSidecar(checked.target.root, BASELINE, writeBaseline(debts));
  const { fresh, stale } = againstBaseline(debts, before ?? []);
  const changed = before ? ` ${fresh.length} added, ${stale.length} taken out.` : '';
  terminal.out(`Wrote ${count(debts.length, 'finding')} to ${checked.display(BASELINE)}.${changed}\n`);
  terminal.out('Next: commit it. “dmap lint --new-only” then shows what is found besides.\n');
  return EXIT.fine;
}

function listed(entries: readonly BaselineEntry[]): string {
  return entries.map(({ path, ruleId, message }) => `  ${path}: ${message} (${ruleId})\n`).join('');
}
