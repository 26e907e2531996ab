import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import { commandFor, folderOnDisk } from './needs-command.js';
import { rootStep, type WithRoot } from './root-step.js';
import { askTarget, runExport } from './run-export.js';
import { saveRoot } from './save-root.js';
import { askSteps } from './steps.js';

/** Asks where to, checks the guidance and writes it as a site: with its progress, and a way to stop. */
export async function exportSite(extension: Extension): Promise<void> {
  const command = commandFor(extension);
  const answers = await askSteps<WithRoot>([rootStep(extension.guidance, vscode.l10n.t('Export Site'))], { root: '' });
  if (!answers) return;
  const root = folderOnDisk(answers.root);
  const out = await askTarget(root, { title: vscode.l10n.t('A Folder for the Site'), name: 'site' });
  if (!out) return;
  await saveRoot(answers.root);
  await runExport({
    command,
    out,
    root,
    options: [],
    title: vscode.l10n.t('Exporting the site'),
    done: { label: vscode.l10n.t('Open Site'), open: () => openSite(out) },
  });
}

function openSite(out: vscode.Uri): Thenable<unknown> {
  const page = vscode.Uri.joinPath(out, 'index.html');
  // A page on another machine cannot be opened in the browser of this one.
  if (vscode.env.remoteName === undefined) return vscode.env.openExternal(page);
  return vscode.commands.executeCommand('revealInExplorer', page);
}
