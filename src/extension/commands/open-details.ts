import * as vscode from 'vscode';
import { DetailsView } from '../details/details-view.js';
import type { Extension } from '../extension.js';
import type { Row } from '../views/overview-tree.js';

/** Shows the details of a row's document, else of the one that is edited, as a form, and goes there. */
export async function openDetails(_extension: Extension, row?: Row): Promise<void> {
  const uri = row?.about?.uri;
  if (uri) await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand(`${DetailsView.id}.focus`);
}
