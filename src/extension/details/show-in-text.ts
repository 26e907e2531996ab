import * as vscode from 'vscode';
import type { Path } from '../../language/details/panel/form.js';
import { DETAILS_REQUESTS, type DetailsPlaceParams } from '../../server/protocol/details.js';
import type { Guidance } from '../guidance.js';
import { type ProtocolRange, rangeOf } from '../protocol-range.js';

/** Shows a field in the text of its document; without a path, what keeps its front matter from being read. */
export async function showInText(uri: string, path: Path | undefined, guidance: Guidance): Promise<void> {
  const params: DetailsPlaceParams = { uri, ...(path ? { path } : {}) };
  const place = await guidance.ask<ProtocolRange | null, DetailsPlaceParams>(DETAILS_REQUESTS.place, params);
  if (!place) return;
  const document = vscode.Uri.parse(uri);
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === document.toString());
  await vscode.window.showTextDocument(document, { selection: rangeOf(place), viewColumn: open?.viewColumn ?? vscode.ViewColumn.Active });
}
