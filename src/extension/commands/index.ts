import * as vscode from 'vscode';
import { SHOW_REFERENCES } from '../client/client-options.js';
import type { Extension } from '../start-extension.js';
import { lintWorkspace } from './lint-workspace.js';
import { showReferences } from './show-references.js';

/** Every command, by the name that the manifest gives it. */
const COMMANDS: Readonly<Record<string, (extension: Extension, ...args: never[]) => unknown>> = {
  'destinationMap.lintWorkspace': lintWorkspace,
  [SHOW_REFERENCES]: showReferences,
};

/** Registers all commands; what goes wrong in one is told in words. */
export function registerCommands(extension: Extension): vscode.Disposable[] {
  return Object.entries(COMMANDS).map(([name, run]) =>
    vscode.commands.registerCommand(name, async (...args: never[]) => {
      try {
        return await run(extension, ...args);
      } catch (error) {
        if (error instanceof vscode.CancellationError) return undefined;
        const why = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(vscode.l10n.t('That did not work: {0}', why));
        return undefined;
      }
    }),
  );
}
