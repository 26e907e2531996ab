import { CodeActionKind, type CodeAction as ProtocolAction } from 'vscode-languageserver';
import { actionsAt } from '../../language/actions/actions.js';
import type { CodeAction } from '../../language/actions/code-action.js';
import type { Asked, ServerContext } from '../context.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import { protocolDiagnostics } from './diagnostics.js';
import type { Feature } from './feature.js';

/** Named so that an editor can be told to do ours on saving, and not those of other servers. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.destination-map`;

/** What can be done at a place: fixes, what is missing, and what else makes sense. */
export const actions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL] } }),
  register: (context) => {
    context.connection.onCodeAction(({ textDocument, range, context: { only } }, token) =>
      context.about(textDocument.uri, token, (asked) => {
        const { session, document } = asked;
        const found = session.root.report().get(document.path) ?? [];
        const offsets = context.positions.offsets(document.source, range);
        return actionsAt(document, offsets, found, (path) => session.root.sourceFor(path))
          .filter((action) => isWanted(kindOf(action), only))
          .flatMap((action) => protocolAction(action, asked, context) ?? []);
      }),
    );
  },
};

function kindOf({ kind }: CodeAction): string {
  return kind === 'source.fixAll' ? FIX_ALL : kind;
}

/** Whether a kind is one of those that were asked for, or a narrower one. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** An action as the protocol has it; undefined where this client cannot make its change. */
function protocolAction(action: CodeAction, { session }: Asked, context: ServerContext): ProtocolAction | undefined {
  const edit = toWorkspaceEdit(action.change, context.changeContext(session));
  return (
    edit && {
      title: action.title,
      kind: kindOf(action),
      edit,
      ...(action.diagnostics.length > 0 ? { diagnostics: protocolDiagnostics(action.diagnostics, session, context) } : {}),
      ...(action.isPreferred ? { isPreferred: true } : {}),
      ...(action.cursor === undefined ? {} : { data: { cursor: action.cursor } }),
    }
  );
}
