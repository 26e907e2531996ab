import * as vscode from 'vscode';
import type { CreateResult } from '../../server/protocol/create.js';

/**
 * Writes files that are new, all of them or none, and opens the first.
 * @param column the group to open it in; the active one where it is left out
 * @throws Error where it was refused, or could not be made
 */
export async function takeCreated(result: CreateResult, column?: vscode.ViewColumn): Promise<void> {
  if ('refused' in result) throw new Error(result.refused);
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of result.files) {
    edit.createFile(vscode.Uri.parse(uri), { overwrite: false, contents: new TextEncoder().encode(text) });
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('the files could not be written.'));
  const [first] = result.files;
  if (first) await vscode.window.showTextDocument(vscode.Uri.parse(first.uri), column === undefined ? {} : { viewColumn: column });
}
