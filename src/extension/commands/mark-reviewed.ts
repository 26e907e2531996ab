import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { CREATE_REQUESTS } from '../../server/protocol/create.js';
import type { DocumentParams } from '../../server/protocol/guidance.js';
import type { Extension } from '../extension.js';
import { rangeOf } from '../protocol-range.js';
import type { Row } from '../views/overview-tree.js';

/** Records that a document was reviewed today: the one of a row, else the one that is being edited. */
export async function markReviewed({ guidance }: Extension, row?: Row): Promise<void> {
  const uri = row?.about?.uri ?? vscode.window.activeTextEditor?.document.uri;
  if (!uri) throw new Error(vscode.l10n.t('open the document that was reviewed first.'));
  const edit = await guidance.ask<WorkspaceEdit | null, DocumentParams>(CREATE_REQUESTS.markReviewed, { uri: uri.toString() });
  if (!edit) {
    const why = vscode.l10n.t('Nothing to record: this document is marked as reviewed today, or documents of its type are not reviewed.');
    void vscode.window.showInformationMessage(why);
    return;
  }
  // What is changed is to be seen, and is saved by whoever asked for it.
  const editor = await vscode.window.showTextDocument(uri);
  if (!(await guidance.apply(edit))) throw new Error(vscode.l10n.t('the document has just changed. Try again.'));
  const [change] = edit.documentChanges ?? [];
  const range = change && 'edits' in change ? change.edits[0]?.range : undefined;
  if (range) editor.revealRange(rangeOf(range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
