import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import type { Row } from '../views/overview-tree.js';

/** Opens the document of a row to the side. */
export async function openToSide(_extension: Extension, row?: Row): Promise<void> {
  const uri = row?.about?.uri ?? row?.opens;
  if (uri) await vscode.commands.executeCommand('vscode.open', uri, vscode.ViewColumn.Beside);
}
