import {
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { ServerContext } from '../context.js';
import { toDiagnostic } from '../diagnostics.js';
import { atLevels, type Levels } from '../levels.js';
import type { OpenDocument } from '../open-documents.js';
import type { RootSession } from '../root-session.js';
import { sameUri } from '../uris.js';
import type { Feature } from './feature.js';

const NOTHING: readonly LocatedDiagnostic[] = [];

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** Findings for clients that ask for them: of one document, or of all guidance. */
export const pulledDiagnostics: Feature = {
  // Whether a client that can ask will ask for unopened files too, it does not say: so only one that says so is asked to ask.
  capabilities: ({ options }) =>
    options.diagnostics === 'pull'
      ? { diagnosticProvider: { identifier: 'destination-map', interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
  register: (context) => {
    const { connection } = context;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      const report = await context.about(textDocument.uri, token, ({ session, document }) =>
        reportOf(session, document.path, previousResultId, context),
      );
      return report ?? { kind: DocumentDiagnosticReportKind.Full, items: [] };
    });
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [sameUri(uri), value]));
      return { items: await context.everywhere(token, (session) => allOf(session, previous, context)) };
    });
  },
};

/** The reports of all files that have findings, or had some when the client last asked. */
function allOf(session: RootSession, previous: ReadonlyMap<string, string>, context: ServerContext): WorkspaceDocumentDiagnosticReport[] {
  const paths = new Set(session.root.report().keys());
  for (const uri of previous.keys()) {
    const path = session.pathOf(uri);
    if (path !== undefined) paths.add(path);
  }
  return [...paths].map((path) => {
    const uri = session.uriOf(path);
    const report = reportOf(session, path, previous.get(sameUri(uri)), context);
    return { ...report, uri, version: session.documents.get(path)?.version ?? null };
  });
}

function reportOf(session: RootSession, path: string, previousId: string | undefined, context: ServerContext): Report {
  const found = session.root.report().get(path) ?? NOTHING;
  const resultId = idOf(found, context.levels);
  if (resultId === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: protocolDiagnostics(found, session, context) };
}

/** The findings of a file as the protocol has them. */
export function protocolDiagnostics(found: readonly LocatedDiagnostic[], session: RootSession, context: ServerContext): Diagnostic[] {
  const conversion = context.diagnosticContext(session);
  return atLevels(found, context.levels).map((one) => toDiagnostic(one, conversion));
}

/** The same of a document that is open in a root that is not known yet. */
export function earlyDiagnostics(found: readonly LocatedDiagnostic[], { uri, source }: OpenDocument, context: ServerContext): Diagnostic[] {
  const { positions, host, levels } = context;
  const conversion = { positions, sourceFor: () => source, uriOf: () => uri, rulePage: (ruleId: string) => host.rulePage(ruleId) };
  return atLevels(found, levels).map((one) => toDiagnostic(one, conversion));
}

/** By how findings are shown: shown in another way, they are another answer. */
const ids = new WeakMap<Levels, WeakMap<readonly LocatedDiagnostic[], string>>();
let count = 0;

/** A list of findings is the same value until something else is said: so its name says whether something is. */
function idOf(found: readonly LocatedDiagnostic[], levels: Levels): string {
  if (found === NOTHING) return 'none';
  const shown = ids.get(levels) ?? new WeakMap<readonly LocatedDiagnostic[], string>();
  ids.set(levels, shown);
  const id = shown.get(found) ?? String(++count);
  shown.set(found, id);
  return id;
}
