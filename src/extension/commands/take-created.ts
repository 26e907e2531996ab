import * as vscode from 'vscode';
import type { CreateResult } from '../../server/protocol/create.js';
import type { Guidance } from '../guidance.js';

/**
 * Makes a change that creates something, saves the new files and opens the first of them.
 * @param column the group to open it in; the active one where it is left out
 * @throws Error where it was refused, or could not be made
 */
export async function takeCreated(guidance: Guidance, result: CreateResult, column?: vscode.ViewColumn): Promise<void> {
  if ('refused' in result) throw new Error(result.refused);
  if (!(await guidance.apply(result.edit))) throw new Error(vscode.l10n.t('the files could not be written.'));
  await saveCreated(createdIn(result.edit));
  await vscode.window.showTextDocument(vscode.Uri.parse(result.opens), column === undefined ? {} : { viewColumn: column });
}

function createdIn({ documentChanges = [] }: { readonly documentChanges?: readonly object[] }): string[] {
  return documentChanges.flatMap((change) => ('kind' in change && change.kind === 'create' && 'uri' in change ? String(change.uri) : []));
}

/** New files that nobody has saved would be lost with the window. */
async function saveCreated(uris: readonly string[]): Promise<void> {
  const created = new Set(uris.map((uri) => vscode.Uri.parse(uri).toString()));
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && created.has(document.uri.toString())) await document.save();
  }
}
