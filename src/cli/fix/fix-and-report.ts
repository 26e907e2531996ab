import { MANIFEST, type WorkspaceOptions } from '../../index.js';
import { askedAbout, type CheckedRoot, checkRoot, displayIn } from '../check-root.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { failureText } from '../failure.js';
import { count } from '../formats/count.js';
import { isSelected, type RootTarget } from '../roots.js';
import type { Terminal } from '../terminal.js';
import { type FileChange, fixInMemory } from './fix-root.js';
import { mendedMarked } from './mended.js';
import { writeChanges } from './write-changes.js';

/** How fixing is to go about. */
export interface FixSettings {
  readonly open: WorkspaceOptions;
  /** Whether to write; else only to show. */
  readonly write: boolean;
  readonly debug: boolean;
  /** Where to say what changed: beside the output proper where that is JSON. */
  readonly say: (text: string) => void;
  /** Takes the line of progress away. */
  readonly clear: () => void;
}

/** Mends what can be mended in the files that were asked about, and checks what is left. */
export async function fixRoot(
  target: RootTarget,
  settings: FixSettings,
  terminal: Terminal,
): Promise<{ checked: CheckedRoot; code: ExitCode }> {
  const { open } = settings;
  // With a manifest from elsewhere, its findings are not about the file that lies in the root.
  const mayFix = (path: string) => isSelected(path, target.selected) && !(path === MANIFEST && open.configFile !== undefined);
  const outcome = await fixInMemory(target.root, open, mayFix);
  const { changes } = outcome;
  settings.clear();
  if (outcome.unfinished) terminal.err('dmap: Some fixes keep undoing each other, so that they never end. Please report this.\n');
  if (settings.write) return write(target, changes, settings, terminal);
  await show(target, changes, settings, terminal);
  // Nothing was written: places are told in the texts as they are on disk.
  const { workspace } = outcome.before;
  return { checked: askedAbout(target, workspace, mendedMarked(outcome), open), code: EXIT.fine };
}

async function write(
  target: RootTarget,
  changes: readonly FileChange[],
  { open, say, debug }: FixSettings,
  terminal: Terminal,
): Promise<{ checked: CheckedRoot; code: ExitCode }> {
  const display = displayIn(target, open);
  const { written, failed } = writeChanges(target.root, changes, display);
  if (written.length > 0)
    say(`Mended ${count(written.length, 'file')}:\n${written.map((change) => `  ${moveText(change, display)}\n`).join('')}\n`);
  for (const { change, error } of failed) terminal.err(failureText(withPath(error, display(change.path)), debug));
  // What is on disk now is what counts, whatever was meant to be there.
  return { checked: await checkRoot(following(target, written), open), code: failed.length > 0 ? EXIT.failed : EXIT.fine };
}

async function show(target: RootTarget, changes: readonly FileChange[], { open, say }: FixSettings, terminal: Terminal): Promise<void> {
  if (changes.length === 0) return say('There is nothing that --fix could mend.\n\n');
  const { diffOf } = await import('./show-changes.js');
  const diff = diffOf(changes, displayIn(target, open), terminal);
  say(
    `${diff}\nNothing has been changed. “--fix” would change ${count(changes.length, 'file')} in this way. What follows is about the text as it is now.\n\n`,
  );
}

/** The same target, with the paths that files have once they have moved. */
function following(target: RootTarget, changes: readonly FileChange[]): RootTarget {
  const moved = changes.flatMap(({ path, renameTo }) => (renameTo !== undefined && target.selected.includes(path) ? [renameTo] : []));
  return { ...target, selected: [...target.selected, ...moved] };
}

function moveText({ path, renameTo }: FileChange, display: (path: string) => string): string {
  return renameTo === undefined ? display(path) : `${display(path)}, which is now ${display(renameTo)}`;
}

/** A file system error is told with the path that people know. */
function withPath(error: unknown, path: string): unknown {
  return error instanceof Error && 'code' in error ? Object.assign(error, { path }) : error;
}
