import * as vscode from 'vscode';
import { DetailsView } from '../details/details-view.js';

/** Shows the details of the document that is edited as a form, and goes there. */
export async function openDetails(): Promise<void> {
  await vscode.commands.executeCommand(`${DetailsView.id}.focus`);
}
