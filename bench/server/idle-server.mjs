/** A language server that knows nothing: the least that an answer over standard input and output takes. */
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const nothingSaid = ({ textDocument: { uri, version } }) => connection.sendDiagnostics({ uri, version, diagnostics: [] });
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2, completionProvider: {}, referencesProvider: true } }));
connection.onDidOpenTextDocument(nothingSaid);
connection.onDidChangeTextDocument(nothingSaid);
connection.onCompletion(() => []);
connection.onReferences(() => []);
connection.listen();
