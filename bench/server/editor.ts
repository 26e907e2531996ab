import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  type Diagnostic,
  type InitializeResult,
  type Location,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A language server that is measured. */
export interface Server {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it also speaks of files that nobody has open. */
  readonly speaksOfAll: boolean;
  /** Whether it finds links that lead nowhere. */
  readonly checksLinks: boolean;
}

/** How long anything may take. In milliseconds. */
const LONGEST = 60_000;

/** An editor as far as a server can tell: it opens documents, types and asks, and notes how long it waits. */
export class Editor {
  private readonly versions = new Map<string, number>();
  private readonly texts = new Map<string, TextDocument>();
  /** Whether the server wants every change as a whole text. */
  private wholeTexts = false;
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private told: (params: PublishDiagnosticsParams) => void = () => undefined;

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: MessageConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.found.set(params.uri, params.diagnostics);
      this.told(params);
    });
    // Whatever a server asks of an editor, this one has nothing to say.
    connection.onRequest((_method, params) => ((params as { items?: unknown[] })?.items ?? []).map(() => null));
    connection.onNotification(() => undefined);
    connection.onError(() => undefined);
    connection.listen();
  }

  /** Starts a server on a folder. */
  static async start(server: Server, folder: string): Promise<Editor> {
    const child = spawn(server.program, [...server.args], {
      cwd: folder,
      env: { ...process.env, ...server.env },
      stdio: ['pipe', 'pipe', process.env.BENCH_ERRORS ? 'inherit' : 'ignore'],
    });
    const editor = new Editor(child, createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)));
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await editor.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: folder }],
      // An editor watches files itself.
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true } },
      initializationOptions: { today: '2026-09-01', debounce: 0 },
    });
    const sync = capabilities.textDocumentSync;
    editor.wholeTexts = (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Full;
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  /** Opens a document, and waits for what is said of it. */
  open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    this.texts.set(uri, TextDocument.create(uri, 'markdown', 1, text));
    return this.after(
      () => this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } }),
      ({ uri: of }) => of === uri,
    );
  }

  /** Waits until something is said of one line of a file. */
  async untilToldOf(uri: string, line: number): Promise<void> {
    const isIt = ({ range }: Diagnostic) => range.start.line === line;
    if (this.findingsIn(uri).some(isIt)) return;
    await this.after(
      async () => undefined,
      (params) => params.uri === uri && params.diagnostics.some(isIt),
    );
  }

  close(uri: string): Promise<void> {
    this.versions.delete(uri);
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Types, and waits for what is said of the document then. */
  async type(uri: string, range: Range, text: string): Promise<void> {
    const version = this.nextVersion(uri);
    await this.after(
      () => this.change(uri, version, range, text),
      (params) => params.uri === uri && (params.version === undefined || params.version === null || params.version >= version),
    );
  }

  /** Types, and waits until something is said of all these files. */
  async typeUntilToldOf(uri: string, range: Range, text: string, uris: readonly string[]): Promise<void> {
    const waiting = new Set(uris);
    await this.after(
      () => this.change(uri, this.nextVersion(uri), range, text),
      (params) => waiting.delete(params.uri) && waiting.size === 0,
    );
  }

  /** What was last said of a file. */
  findingsIn(uri: string): readonly Diagnostic[] {
    return this.found.get(uri) ?? [];
  }

  /** What can be written at a place; how many. */
  async complete(uri: string, position: Position): Promise<number> {
    const answer = await this.connection.sendRequest<{ items: unknown[] } | unknown[] | null>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    return (Array.isArray(answer) ? answer : (answer?.items ?? [])).length;
  }

  /** The places that refer to what is at one. */
  async references(uri: string, position: Position): Promise<readonly Location[]> {
    const context = { includeDeclaration: false };
    return (
      (await this.connection.sendRequest<Location[] | null>('textDocument/references', { textDocument: { uri }, position, context })) ?? []
    );
  }

  /** The resident memory of the server now and at its largest, in megabytes; undefined where it cannot be told. */
  memory(): { readonly now: number; readonly peak: number } | undefined {
    const { pid } = this.process;
    if (pid === undefined || !existsSync(`/proc/${pid}/status`)) return undefined;
    const all = familyOf(pid).map((one) => readFileSync(`/proc/${one}/status`, 'utf8'));
    const sum = (field: string) => all.reduce((total, status) => total + megabytes(status, field), 0);
    return { now: sum('VmRSS'), peak: sum('VmHWM') };
  }

  /** How long the server's main thread has run, in milliseconds, however busy the machine is; undefined where it cannot be told. */
  worked(): number | undefined {
    const file = `/proc/${this.process.pid}/schedstat`;
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : undefined;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.on('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    // Not every server ends when it is told to.
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
    this.connection.dispose();
  }

  private nextVersion(uri: string): number {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    return version;
  }

  private change(uri: string, version: number, range: Range, text: string): Promise<void> {
    const change = this.wholeTexts ? { text: this.changed(uri, range, text) } : { range, text };
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
  }

  private changed(uri: string, range: Range, text: string): string {
    const document = this.texts.get(uri) ?? TextDocument.create(uri, 'markdown', 1, '');
    return TextDocument.update(document, [{ range, text }], document.version + 1).getText();
  }

  private async after(act: () => Promise<void>, isIt: (params: PublishDiagnosticsParams) => boolean): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const told = new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The server said nothing.')), LONGEST);
      this.told = (params) => {
        if (isIt(params)) resolve();
      };
    });
    await act();
    await told;
    clearTimeout(timer);
  }
}

/** A process and those that it has started. */
function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function megabytes(status: string, field: string): number {
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
}
