import * as vscode from 'vscode';

/** Tells what went wrong, as a sentence; nothing where somebody has left off. */
export function tellError(error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  const why = error instanceof Error ? error.message : String(error);
  void vscode.window.showErrorMessage(why.charAt(0).toUpperCase() + why.slice(1));
}
