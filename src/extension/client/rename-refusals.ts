import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Tells why something cannot be renamed. Where one provider refuses, the editor asks the next, and its own for Markdown would
 * change a heading without what leads to it: so a refusal is answered as a change of nothing.
 */
export const renameRefusals: Middleware = {
  prepareRename: async (document, position, token, next) => {
    try {
      return await next(document, position, token);
    } catch (error) {
      if (token.isCancellationRequested) throw error;
      return document.getWordRangeAtPosition(position) ?? new vscode.Range(position, position);
    }
  },
  provideRenameEdits: async (document, position, newName, token, next) => {
    try {
      return await next(document, position, newName, token);
    } catch (error) {
      if (token.isCancellationRequested) throw error;
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return new vscode.WorkspaceEdit();
    }
  },
};
