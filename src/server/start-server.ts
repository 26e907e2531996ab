import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { isCalendarDate } from '../core/schema/dates.js';
import { Announcer } from './announcer.js';
import { type InitializationOptions, ServerContext } from './context.js';
import { type Encoding, Positions } from './convert.js';
import { earlyDiagnostics, protocolDiagnostics } from './features/diagnostics.js';
import { FEATURES } from './features/index.js';
import type { ServerHost } from './host.js';
import { IndexingCancelled, withProgress } from './indexing.js';
import { levelsIn } from './levels.js';
import { openDocuments } from './open-documents.js';
import { Refresher } from './refresher.js';
import { Sessions } from './sessions.js';

/**
 * Starts the language server on a connection. What it says of guidance is decided by the engine; here it is only told in
 * the protocol's words.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const context = new ServerContext(connection, host);
  const failed = (error: unknown) => {
    if (!(error instanceof IndexingCancelled))
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  let folders: readonly string[] = [];
  connection.onInitialize((params) => {
    folders = foldersOf(params);
    return initialized(params, context, failed);
  });
  connection.onInitialized(() => {
    listenForFolders(context, folders, failed);
    watchFiles(context, failed);
    void context.sessions.setFolders(folders).catch(failed);
  });
  connection.onShutdown(() => context.sessions.close());
  connection.onDidChangeWatchedFiles(({ changes }) => void context.sessions.filesChanged(changes.map(({ uri }) => uri)).catch(failed));
  connection.onDidChangeConfiguration(({ settings }) => {
    context.levels = levelsIn(settings?.destinationMap?.rules);
    void context.sessions.repeat().catch(failed);
  });
  listenForDocuments(context, failed);
  for (const feature of FEATURES) feature.register(context);
  connection.listen();
}

function initialized(params: InitializeParams, context: ServerContext, failed: (error: unknown) => void): InitializeResult {
  const { connection, host } = context;
  context.client = params.capabilities;
  context.options = optionsIn(params.initializationOptions);
  context.positions = new Positions(agreedEncoding(params.capabilities.general?.positionEncodings));
  context.levels = levelsIn(params.initializationOptions?.rules);
  const { today, debounce, diagnostics } = context.options;
  const refresher = new Refresher(context, failed);
  const announcer = context.options.changes ? new Announcer(connection, failed) : undefined;
  context.sessions = new Sessions(host, {
    ...(today === undefined ? {} : { today }),
    ...(debounce === undefined ? {} : { debounce }),
    watch: !canWatch(context),
    push: diagnostics !== 'pull',
    send: (session, path, found) => {
      const version = session.documents.get(path)?.version;
      const uri = session.uriOf(path);
      const items = protocolDiagnostics(found, session, context);
      void connection.sendDiagnostics({ uri, diagnostics: items, ...(version === undefined ? {} : { version }) }).catch(failed);
    },
    sendEarly: (document, found) => {
      const { uri, version } = document;
      const diagnostics = earlyDiagnostics(found, document, context);
      void connection.sendDiagnostics({ uri, diagnostics, version }).catch(failed);
    },
    opening: (_root, open) => withProgress(context, open),
    changed: (root) => {
      refresher.schedule();
      announcer?.changed(root);
    },
    failed,
  });
  return {
    capabilities: FEATURES.reduce<ServerCapabilities>((all, feature) => merged(all, feature.capabilities(context)), {
      positionEncoding: context.positions.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
    serverInfo: { name: 'destination-map', version: host.version },
  };
}

/** Capabilities of several features; what they say of the workspace is put together. */
function merged(all: ServerCapabilities, more: ServerCapabilities): ServerCapabilities {
  return { ...all, ...more, ...(more.workspace ? { workspace: { ...all.workspace, ...more.workspace } } : {}) };
}

function listenForDocuments(context: ServerContext, failed: (error: unknown) => void): void {
  const documents = openDocuments(() => context.positions);
  documents.onDidChangeContent(({ document }) => void context.sessions.textChanged(document).catch(failed));
  documents.onDidClose(({ document }) => void context.sessions.closed(document).catch(failed));
  documents.listen(context.connection);
}

function listenForFolders(
  { connection, client, sessions }: ServerContext,
  first: readonly string[],
  failed: (error: unknown) => void,
): void {
  if (!client.workspace?.workspaceFolders) return;
  let folders = first;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    void sessions.setFolders(folders).catch(failed);
  });
}

function canWatch({ client }: ServerContext): boolean {
  return client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

/** Every file counts: a link may lead to a picture as well. */
function watchFiles(context: ServerContext, failed: (error: unknown) => void): void {
  if (!canWatch(context)) return;
  void context.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] }).catch(failed);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** What the client prefers of what is known here; UTF-16 where it says nothing, as the protocol has it. */
function agreedEncoding(offered: readonly string[] = []): Encoding {
  return offered.find((one): one is Encoding => one === 'utf-16' || one === 'utf-8') ?? 'utf-16';
}

/** What a client says is not trusted to make sense. */
function optionsIn(given: unknown): InitializationOptions {
  const { today, debounce, diagnostics, showReferences, changes } = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  return {
    ...(typeof today === 'string' && isCalendarDate(today) ? { today } : {}),
    ...(typeof debounce === 'number' && debounce >= 0 ? { debounce } : {}),
    ...(diagnostics === 'pull' ? { diagnostics } : {}),
    ...(typeof showReferences === 'string' ? { showReferences } : {}),
    ...(changes === true ? { changes } : {}),
  };
}
