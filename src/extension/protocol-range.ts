import * as vscode from 'vscode';

/** A place in a text, as the protocol has it. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** A range of a text, as the protocol has it. */
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** A place of the protocol as the editor has it. */
export function positionOf({ line, character }: ProtocolPosition): vscode.Position {
  return new vscode.Position(line, character);
}

/** A range of the protocol as the editor has it. */
export function rangeOf({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(positionOf(start), positionOf(end));
}
