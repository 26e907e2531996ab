import {
  type FileRename,
  LSPErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { WorkspaceChange } from '../../language/language-document.js';
import { isRefusal, type Refusal } from '../../language/rename/refusal.js';
import { prepareRename, renameAt } from '../../language/rename/rename.js';
import { fileRenameChange } from '../../language/rename/rename-files.js';
import { type Asked, type ServerContext, throwIfCancelled } from '../context.js';
import type { RootSession } from '../root-session.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import type { Feature } from './feature.js';

/** Renames what is at a place, and files, with everything that refers to them. */
export const rename: Feature = {
  capabilities: ({ client }) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    ...(client.workspace?.fileOperations?.willRename ? fileOperations() : {}),
  }),
  register: (context) => {
    const { connection } = context;
    connection.onPrepareRename(({ textDocument, position }, token) =>
      context.about(textDocument.uri, token, (asked) =>
        prepared(asked, context.positions.offset(asked.document.source, position), context),
      ),
    );
    connection.onRenameRequest(({ textDocument, position, newName }, token) =>
      context.about(textDocument.uri, token, ({ session, document }) => {
        const offset = context.positions.offset(document.source, position);
        const change = renameAt(document, offset, newName, (path) => session.root.sourceFor(path));
        return change ? made(granted(change), session, context) : null;
      }),
    );
    connection.workspace.onWillRenameFiles(async ({ files }, token) => {
      const sessions = await context.sessions.all();
      throwIfCancelled(token);
      return together(sessions.flatMap((session) => movedIn(session, files, context) ?? []));
    });
  },
};

/** Files and folders alike. */
function fileOperations(): ServerCapabilities {
  return { workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } } };
}

function prepared({ session, document }: Asked, offset: number, { positions }: ServerContext): PrepareRenameResult | null {
  const found = prepareRename(document, offset, (path) => session.root.sourceFor(path));
  if (!found) return null;
  const { range, placeholder } = granted(found);
  return { range: positions.range(document.source, range), placeholder };
}

/** @throws ResponseError with the reason, which editors show, where something cannot be renamed */
function granted<T extends object>(result: T | Refusal): T {
  if (isRefusal(result)) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
  return result;
}

function made(change: WorkspaceChange, session: RootSession, context: ServerContext): WorkspaceEdit {
  const edit = toWorkspaceEdit(change, context.changeContext(session));
  if (!edit) throw new ResponseError(LSPErrorCodes.RequestFailed, 'This editor cannot create or rename files as part of a change.');
  return edit;
}

function movedIn(session: RootSession, files: readonly FileRename[], context: ServerContext): WorkspaceEdit | undefined {
  const renames = files.flatMap(({ oldUri, newUri }) => {
    const from = session.pathOf(oldUri);
    const to = session.pathOf(newUri);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  if (renames.length === 0) return undefined;
  return made(
    fileRenameChange(session.root.snapshot, renames, (path) => session.root.sourceFor(path)),
    session,
    context,
  );
}

/** Edits of several roots as one; none where nothing has to change. */
function together(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  const documentChanges = edits.flatMap((edit) => (edit.documentChanges ?? []) as TextDocumentEdit[]);
  const changes = Object.assign({}, ...edits.map((edit) => edit.changes ?? {})) as Record<string, TextEdit[]>;
  if (documentChanges.length > 0) return { documentChanges };
  return Object.keys(changes).length > 0 ? { changes } : null;
}
