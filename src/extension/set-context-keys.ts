import * as vscode from 'vscode';
import type { Guidance } from './guidance.js';

/** Says to the editor's menus and welcome texts whether guidance is open, once that is known. */
export async function setContextKeys(guidance: Guidance): Promise<void> {
  const roots = guidance.isRunning ? await guidance.roots() : [];
  await vscode.commands.executeCommand('setContext', 'destinationMap.hasGuidance', roots.length > 0);
  await vscode.commands.executeCommand('setContext', 'destinationMap.ready', true);
}
