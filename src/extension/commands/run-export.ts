import * as vscode from 'vscode';
import type { CommandRunner } from '../platform.js';
import { FINDINGS, runCommand, saidText } from './run-command.js';

/** An export to run. */
export interface ExportRun {
  readonly command: CommandRunner;
  /** The folder that is written. */
  readonly out: vscode.Uri;
  /** The guidance root on the disk. */
  readonly root: string;
  readonly options: readonly string[];
  /** What is being done, while it is. */
  readonly title: string;
  /** What is offered when it is done. */
  readonly done: { readonly label: string; readonly open: () => Thenable<unknown> };
}

/** Saying this, the command has left out all that there is. */
const DRAFTS = '--drafts';
const FORCE = '--force';

/** Asks where to: a folder that may not be there yet, which dialogs for folders do not offer. */
export function askTarget(
  root: string,
  { title, name }: { readonly title: string; readonly name: string },
): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title,
    saveLabel: vscode.l10n.t('Export Here'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(root), '..', name),
  });
}

/** Checks the guidance and writes it in some form. Where errors stop that, it can be done all the same. */
export async function runExport(run: ExportRun): Promise<void> {
  const { command, out, root, options, title, done } = run;
  const { code, said } = await runCommand({ command, args: ['export', out.fsPath, root, ...options], folder: root, title });
  if (code === null) return;
  if (code === 0) {
    if ((await vscode.window.showInformationMessage(said.join(' '), done.label)) === done.label) await done.open();
    return;
  }
  const text = saidText(said);
  const show = vscode.l10n.t('Show Problems');
  const force = vscode.l10n.t('Export All the Same');
  const drafts = vscode.l10n.t('Export Drafts Too');
  const offers =
    code === FINDINGS ? [show, ...unless(FORCE, force, options)] : text.includes(DRAFTS) ? unless(DRAFTS, drafts, options) : [];
  const chosen = await vscode.window.showErrorMessage(text, { modal: false }, ...offers);
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === force) await runExport({ ...run, options: [...options, FORCE] });
  if (chosen === drafts) await runExport({ ...run, options: [...options, DRAFTS] });
}

/** What is offered with an option, unless that was given. */
function unless(option: string, offer: string, given: readonly string[]): string[] {
  return given.includes(option) ? [] : [offer];
}
