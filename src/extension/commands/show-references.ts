import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import { type ProtocolPosition, type ProtocolRange, positionOf, rangeOf } from '../protocol-range.js';

interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Shows the references that a lens counted: the editor's own command wants its own kinds of value. */
export async function showReferences(
  _extension: Extension,
  uri: string,
  place: ProtocolPosition,
  locations: readonly ProtocolLocation[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    positionOf(place),
    locations.map((one) => new vscode.Location(vscode.Uri.parse(one.uri), rangeOf(one.range))),
  );
}
