/**
 * A language server around vscode-markdown-languageservice, as VS Code has one: documents are read once and kept, and what
 * is wrong with the links of an open document is sent after every change of it, and of those that refer to it after its
 * headings have changed.
 *
 * Argument: the folder that the packages are installed in.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, Emitter, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';

const require = createRequire(join(process.argv[2] ?? '.', 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { createLanguageService, DiagnosticLevel, githubSlugifier } = await load('vscode-markdown-languageservice');
const { default: MarkdownIt } = await load('markdown-it');

const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const isMarkdown = (path) => path.endsWith('.md');
const documents = new Map();
const open = new Set();
const changed = new Emitter();
const folders = [];

function read(uri) {
  const key = uri.toString();
  if (!documents.has(key) && isMarkdown(uri.path) && existsSync(uri.fsPath)) {
    documents.set(key, TextDocument.create(key, 'markdown', 0, readFileSync(uri.fsPath, 'utf8')));
  }
  return documents.get(key);
}

function readAll(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) readAll(path);
    else read(URI.file(path));
  }
}

const never = new Emitter().event;
const workspace = {
  get workspaceFolders() {
    return folders;
  },
  onDidChangeMarkdownDocument: changed.event,
  onDidCreateMarkdownDocument: never,
  onDidDeleteMarkdownDocument: never,
  getAllMarkdownDocuments: async () => documents.values(),
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  openMarkdownDocument: async (uri) => read(uri),
  stat: async (uri) => {
    if (documents.has(uri.toString())) return { isDirectory: false };
    const found = statSync(uri.fsPath, { throwIfNoEntry: false });
    return found && { isDirectory: found.isDirectory() };
  },
  // Only documents change here.
  watchFile: () => ({ dispose() {}, onDidChange: never, onDidCreate: never, onDidDelete: never }),
  readDirectory: async (uri) =>
    readdirSync(uri.fsPath, { withFileTypes: true }).map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]),
};

const markdownIt = new MarkdownIt({ html: true });
const parser = { slugifier: githubSlugifier, tokenize: async (document) => markdownIt.parse(document.getText(), {}) };
const service = createLanguageService({ workspace, parser, logger: { level: 0, log() {} } });
const options = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.warning,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: [],
};

const manager = service.createPullDiagnosticsManager();

async function say(document) {
  const diagnostics = await manager.computeDiagnostics(document, options, token);
  connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
}

const headings = (document) => (document.getText().match(/^#.*$/gm) ?? []).join('\n');

async function sayOfReferrers(document) {
  const references = await service.getFileReferences(URI.parse(document.uri), token);
  for (const uri of new Set(references.map((location) => location.uri))) {
    const referrer = read(URI.parse(uri));
    if (referrer && uri !== document.uri) await say(referrer);
  }
}

// One after the other, so that what is said is said of the text as it was then.
let work = Promise.resolve();
const inTurn = (act) => {
  work = work.then(act).catch((error) => console.error(error));
};

connection.onInitialize(({ workspaceFolders }) => {
  for (const { uri } of workspaceFolders ?? []) {
    folders.push(URI.parse(uri));
    readAll(URI.parse(uri).fsPath);
  }
  return { capabilities: { textDocumentSync: 2, completionProvider: {}, referencesProvider: true } };
});
connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
  const key = URI.parse(uri).toString();
  const document = TextDocument.create(key, 'markdown', version, text);
  documents.set(key, document);
  open.add(key);
  changed.fire(document);
  inTurn(() => say(document));
});
connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
  const document = documents.get(URI.parse(uri).toString());
  const before = headings(document);
  TextDocument.update(document, contentChanges, version);
  changed.fire(document);
  inTurn(() => say(document));
  if (headings(document) !== before) inTurn(() => sayOfReferrers(document));
});
connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
  const key = URI.parse(uri).toString();
  open.delete(key);
  documents.delete(key);
  const document = read(URI.parse(uri));
  if (document) changed.fire(document);
});
connection.onCompletion(({ textDocument: { uri }, position }) => service.getCompletionItems(read(URI.parse(uri)), position, {}, token));
connection.onReferences(({ textDocument: { uri }, position, context }) =>
  service.getReferences(read(URI.parse(uri)), position, context, token),
);
connection.listen();
