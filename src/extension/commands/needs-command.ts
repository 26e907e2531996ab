import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import type { CommandRunner } from '../platform.js';

/**
 * What runs `dmap`.
 * @throws Error in words, where no process can be started or none may be
 */
export function commandFor({ platform }: Extension): CommandRunner {
  if (!platform.command)
    throw new Error(vscode.l10n.t('this needs VS Code on a machine; in a browser nothing can be imported, exported or served.'));
  if (!vscode.workspace.isTrusted)
    throw new Error(vscode.l10n.t('trust this folder first: nothing is written or served for a folder that is not.'));
  return platform.command;
}

/**
 * The path of a root on the disk.
 * @throws Error in words, where it is not on one
 */
export function folderOnDisk(root: string): string {
  const uri = vscode.Uri.parse(root);
  if (uri.scheme !== 'file')
    throw new Error(vscode.l10n.t('this guidance is not on a disk, and only there it can be imported into, exported or served.'));
  return uri.fsPath;
}
