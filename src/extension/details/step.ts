import * as vscode from 'vscode';

/** Goes a step back or forth in the changes of a document, as its text does: for that its editor has to have the focus, which the form gets back. */
export async function step(command: 'undo' | 'redo', uri: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await vscode.window.showTextDocument(document, columnOf(document));
  await vscode.commands.executeCommand(command);
  await vscode.commands.executeCommand('destinationMap.details.focus');
}

/** Where the document is seen, or in a tab behind another. */
function columnOf({ uri }: vscode.TextDocument): vscode.ViewColumn {
  const wanted = uri.toString();
  const seen = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted);
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted),
  );
  return seen?.viewColumn ?? group?.viewColumn ?? vscode.ViewColumn.Active;
}
