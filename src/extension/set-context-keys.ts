import * as vscode from 'vscode';
import type { Guidance } from './guidance.js';
import type { Platform } from './platform.js';

/** Says to the editor's menus and welcome texts whether guidance is open, once that is known. */
export async function setContextKeys(guidance: Guidance): Promise<void> {
  const roots = guidance.isRunning ? await guidance.roots() : [];
  await vscode.commands.executeCommand('setContext', 'destinationMap.hasGuidance', roots.length > 0);
  await vscode.commands.executeCommand('setContext', 'destinationMap.ready', true);
}

/** Says whether commands that run a process can be offered: they can where there is one to run, in a folder that is trusted. */
export async function setCanRun({ command }: Platform): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'destinationMap.canRun', command !== undefined && vscode.workspace.isTrusted);
}
