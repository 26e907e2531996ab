import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import { pathFrom } from '../guidance.js';
import type { CommandRunner } from '../platform.js';
import { commandFor, folderOnDisk } from './needs-command.js';
import { rootStep, type WithRoot } from './root-step.js';
import { askSteps } from './steps.js';

/** “Writing: 1,200 of 10,000 documents”, as the command says it. */
const PROGRESS = /^\w+: ([\d,]+) of ([\d,]+) /;
const FINDINGS = 1;

/** Asks where to, checks the guidance and writes it as a site: with its progress, and a way to stop. */
export async function exportSite(extension: Extension): Promise<void> {
  const command = commandFor(extension);
  const title = vscode.l10n.t('Export Site');
  const answers = await askSteps<WithRoot>([rootStep(extension.guidance, title)], { root: '' });
  if (!answers) return;
  const root = folderOnDisk(answers.root);
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('A Folder for the Site'),
    saveLabel: vscode.l10n.t('Export Here'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(root), '..', 'site'),
  });
  if (!chosen) return;
  // The site is made of what is on the disk: what belongs to it is saved, and nothing else.
  const typed = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && pathFrom(answers.root, uri) !== undefined);
  for (const document of typed) await document.save();
  await exportTo(chosen, root, command, []);
}

async function exportTo(out: vscode.Uri, root: string, command: CommandRunner, options: readonly string[]): Promise<void> {
  const { code, said } = await runWithProgress(command, ['export', out.fsPath, root, ...options], root);
  if (code === null) return;
  if (code === 0) return tellExported(out, said);
  const show = vscode.l10n.t('Show Problems');
  const force = vscode.l10n.t('Export All the Same');
  const isForced = options.includes('--force');
  const offers = code === FINDINGS ? [show, ...(isForced ? [] : [force])] : [];
  const chosen = await vscode.window.showErrorMessage(said.join('\n').replace(/^dmap: /, ''), { modal: false }, ...offers);
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === force) await exportTo(out, root, command, ['--force']);
}

async function tellExported(out: vscode.Uri, said: readonly string[]): Promise<void> {
  const open = vscode.l10n.t('Open Site');
  if ((await vscode.window.showInformationMessage(said.join(' '), open)) !== open) return;
  const page = vscode.Uri.joinPath(out, 'index.html');
  // A page on another machine cannot be opened in the browser of this one.
  if (vscode.env.remoteName === undefined) await vscode.env.openExternal(page);
  else await vscode.commands.executeCommand('revealInExplorer', page);
}

/** Runs the command to its end; the code is null where it was stopped. */
function runWithProgress(
  command: CommandRunner,
  args: readonly string[],
  folder: string,
): Thenable<{ code: number | null; said: readonly string[] }> {
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting the site'), cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const running = command.run(args, folder);
    token.onCancellationRequested(() => running.stop());
    const said: string[] = [];
    let reached = 0;
    running.onLine((line) => {
      const [, done, total] = PROGRESS.exec(line) ?? [];
      if (done === undefined || total === undefined) {
        if (line.trim() !== '') said.push(line.trim());
        return;
      }
      const now = (100 * numberIn(done)) / Math.max(1, numberIn(total));
      progress.report({ message: line.trim(), increment: Math.max(0, now - reached) });
      reached = Math.max(reached, now);
    });
    const code = await running.ended;
    return { code: token.isCancellationRequested ? null : code, said };
  });
}

function numberIn(text: string): number {
  return Number(text.replace(/,/g, ''));
}
