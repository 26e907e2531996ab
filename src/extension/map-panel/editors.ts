import * as vscode from 'vscode';

/**
 * Shows a place of a file where it is open already, else in the group of the text editor that was used last, else beside the panel.
 * @param aside in a group of its own beside the panel
 */
export async function showPlace(
  uri: vscode.Uri,
  selection: vscode.Range,
  { panel, aside }: { readonly panel: vscode.ViewColumn | undefined; readonly aside: boolean },
): Promise<void> {
  const viewColumn = aside ? vscode.ViewColumn.Beside : columnFor(uri, panel);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A group for a document that does not cover the panel. */
export function columnFor(uri: vscode.Uri | undefined, panel: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const editors = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined && viewColumn !== panel);
  const same = editors.find(({ document }) => document.uri.toString() === uri?.toString());
  const column = (same ?? editors[0])?.viewColumn;
  if (column !== undefined) return column;
  // A group whose document is not shown just now, or a new one.
  const group = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== panel);
  return group?.viewColumn ?? (panel === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
}
