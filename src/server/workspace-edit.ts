import {
  type ClientCapabilities,
  CreateFile,
  type TextEdit as ProtocolEdit,
  RenameFile,
  type ResourceOperationKind,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../core/text/range.js';
import { SourceText } from '../core/text/source-text.js';
import type { WorkspaceChange } from '../language/language-document.js';
import type { DiagnosticContext } from './diagnostics.js';

/** What changes are converted with. */
export interface ChangeContext extends Pick<DiagnosticContext, 'positions' | 'sourceFor' | 'uriOf'> {
  /** The version of a document that the client has open; null for others. */
  readonly versionOf: (path: string) => number | null;
  readonly client: ClientCapabilities;
}

/**
 * A change of several files as the protocol has it; undefined where the client cannot make it, since it does not know
 * how to create or rename files.
 */
export function toWorkspaceEdit(change: WorkspaceChange, context: ChangeContext): WorkspaceEdit | undefined {
  const { client, uriOf, versionOf } = context;
  const edits = [...change.edits].map(([path, list]) => [path, protocolEdits(path, list, context)] as const);
  const { renames = [], creates = [] } = change;
  if (!client.workspace?.workspaceEdit?.documentChanges) {
    if (renames.length > 0 || creates.length > 0) return undefined;
    return { changes: Object.fromEntries(edits.map(([path, list]) => [uriOf(path), list])) };
  }
  const can = (kind: ResourceOperationKind) => client.workspace?.workspaceEdit?.resourceOperations?.includes(kind) === true;
  if ((renames.length > 0 && !can('rename')) || (creates.length > 0 && !can('create'))) return undefined;
  return {
    documentChanges: [
      ...edits.map(([path, list]) => TextDocumentEdit.create({ uri: uriOf(path), version: versionOf(path) }, list)),
      ...renames.map(({ from, to }) => RenameFile.create(uriOf(from), uriOf(to))),
      ...creates.flatMap(({ path, text }) => [
        CreateFile.create(uriOf(path), { overwrite: false, ignoreIfExists: false }),
        TextDocumentEdit.create({ uri: uriOf(path), version: null }, [{ range: START, newText: text }]),
      ]),
    ],
  };
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function protocolEdits(path: string, edits: readonly TextEdit[], { positions, sourceFor }: ChangeContext): ProtocolEdit[] {
  const source = sourceFor(path) ?? new SourceText(path, '');
  return edits.map((edit) => positions.edit(source, edit));
}
