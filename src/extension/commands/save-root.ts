import * as vscode from 'vscode';
import { pathFrom } from '../guidance.js';

/** Saves what was typed into a root, and nothing else: the command reads what is on the disk. */
export async function saveRoot(root: string): Promise<void> {
  const typed = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && pathFrom(root, uri) !== undefined);
  for (const document of typed) await document.save();
}
