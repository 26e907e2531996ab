import * as vscode from 'vscode';
import type { Extension } from '../extension.js';

interface ProtocolPlace {
  readonly line: number;
  readonly character: number;
}

interface ProtocolLocation {
  readonly uri: string;
  readonly range: { readonly start: ProtocolPlace; readonly end: ProtocolPlace };
}

/** Shows the references that a lens counted: the editor's own command wants its own kinds of value. */
export async function showReferences(
  _extension: Extension,
  uri: string,
  place: ProtocolPlace,
  locations: readonly ProtocolLocation[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    position(place),
    locations.map(
      (one) => new vscode.Location(vscode.Uri.parse(one.uri), new vscode.Range(position(one.range.start), position(one.range.end))),
    ),
  );
}

function position({ line, character }: ProtocolPlace): vscode.Position {
  return new vscode.Position(line, character);
}
