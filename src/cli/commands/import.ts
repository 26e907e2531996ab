import { openWorkspace, UsageError } from '../../index.js';
import { Interrupted, interruptible } from '../../platform/node/interruption.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { importJson } from '../import/import-json.js';
import type { ImportOptions } from '../import/options.js';
import { outcomeOf } from '../import/plan.js';
import { readWordFile } from '../import/read-file.js';
import { showImport } from '../import/show-import.js';
import { writeImport } from '../import/write-import.js';
import { loadReadable } from '../load-readable.js';
import { openOptions } from '../open-options.js';
import { rootOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** Makes guidance from a Word document, or holds one against guidance that is there. */
export async function importCommand(file: string, path: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.accept && !options.update) throw new UsageError('“--accept” says what “--update” takes over. Give both, or leave it out.');
  if (options.format === 'json' && !options.dryRun)
    throw new UsageError('“--format json” shows what would be written. Give “--dry-run” with it.');
  try {
    return await interruptible((throwIfCancelled) => run(file, path, options, { terminal, throwIfCancelled }));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.err('dmap: Stopped. Nothing has been written.\n');
    return EXIT.interrupted;
  }
}

async function run(
  file: string,
  path: string,
  options: ImportOptions,
  { terminal, throwIfCancelled }: { terminal: Terminal; throwIfCancelled: () => void },
): Promise<ExitCode> {
  const root = rootOf(path);
  const document = await readWordFile(file);
  throwIfCancelled();
  const workspace = await openWorkspace(root, openOptions(options));
  const { snapshot } = await loadReadable(workspace);
  const dryRun = options.dryRun === true;
  const outcome = { ...(await outcomeOf({ root, file, document, snapshot, today: workspace.today, options })), dryRun };
  throwIfCancelled();
  if (!dryRun) writeImport(root, outcome.resolved);
  if (options.format === 'json') terminal.out(importJson(outcome));
  else {
    showImport(outcome, terminal);
    if (!dryRun && outcome.resolved.created.length > 0) terminal.out('\n“dmap lint” says what is left to be written.\n');
  }
  return outcome.resolved.waiting.length > 0 ? EXIT.findings : EXIT.fine;
}
