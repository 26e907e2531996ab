import * as vscode from 'vscode';
import { MANIFEST } from '../core/model/manifest.js';
import { exists } from './exists.js';

/** Whether a folder that is open is a guidance folder, or has one in it. */
export async function isGuidanceOpen(): Promise<boolean> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (await exists(vscode.Uri.joinPath(uri, MANIFEST))) return true;
  }
  const found = await vscode.workspace.findFiles(`**/${MANIFEST}`, undefined, 1);
  return found.length > 0;
}
