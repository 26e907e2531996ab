import { type LocatedDiagnostic, MANIFEST, UsageError, type WorkspaceSnapshot } from '../../index.js';
import { type CheckedRoot, checkRoot, isFailure } from '../check-root.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count } from '../formats/count.js';
import { loadReadable } from '../load-readable.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { progressLine } from '../progress.js';
import { fromHere } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** So many errors are shown; “dmap lint” shows them all. */
const SHOWN = 5;

/** What checking guidance before an export needs. */
export interface CheckJob {
  readonly options: ReadingOptions & { readonly force?: boolean };
  readonly terminal: Terminal;
  readonly throwIfCancelled: () => void;
  /** What an export says that was forced in spite of errors: “the pages then say that they have errors”. */
  readonly forced: string;
}

/** What an export is made from. The findings are not part of it: in large guidance they would be in the way for as long as pages are made. */
export interface Checked {
  readonly snapshot: WorkspaceSnapshot;
  readonly today: string;
  /** How many errors there are, and in which files. */
  readonly errors: ReadonlyMap<string, number>;
}

/** Checks guidance. Errors stop it, and are told, unless the export is forced. */
export async function checkGuidance(
  root: string,
  { options, terminal, throwIfCancelled, forced }: CheckJob,
): Promise<Checked | { stopped: ExitCode }> {
  const progress = progressLine(terminal);
  const open = { ...openOptions(options), progress: progress.show, throwIfCancelled };
  const checked = await checkRoot({ root, selected: [''] }, open).finally(progress.clear);
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && !options.force) {
    terminal.err((await withoutManifest(errors, checked)) ?? stoppedBy(errors, checked, forced));
    return { stopped: errors.some(isFailure) ? EXIT.failed : EXIT.findings };
  }
  const { snapshot } = await loadReadable(checked.workspace).finally(progress.clear);
  throwIfCancelled();
  return { snapshot, today: checked.workspace.today, errors: countByPath(errors) };
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
function stoppedBy(errors: readonly LocatedDiagnostic[], checked: CheckedRoot, forced: string): string {
  const lint = `dmap lint ${fromHere(checked.target.root)}`;
  return `dmap: Nothing has been exported: the guidance has ${count(errors.length, 'error')}.
${listed(errors, checked)}Mend ${errors.length === 1 ? 'it' : 'them'} (“${lint}” says how), or use --force: ${forced}.
`;
}
