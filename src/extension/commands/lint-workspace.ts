import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import { findingsWords } from '../words.js';

/** Shows every finding of all guidance. They are always up to date, so that there is nothing to wait for. */
export async function lintWorkspace({ guidance }: Extension): Promise<void> {
  const roots = await guidance.roots();
  if (roots.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No guidance is open. A guidance folder has a file guidance.yml in it.'));
    return;
  }
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  const overviews = await Promise.all(roots.map(({ uri }) => guidance.overview(uri)));
  const clean = overviews.every((overview) => overview && findingsWords(overview.findings) === '');
  if (clean) void vscode.window.showInformationMessage(vscode.l10n.t('The guidance has no errors and no warnings.'));
}
