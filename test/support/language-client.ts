import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  type CancellationToken,
  createMessageConnection,
  type Disposable,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { COMMAND, environment, temporaryGuidance } from './cli.js';

/** How long anything may take to be told. In milliseconds. */
const PATIENCE = 20_000;

/** What a client says of itself. */
export interface ClientOptions {
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  readonly folders?: readonly string[];
  /** What the client answers where it is asked; null if nothing else is said. */
  readonly answer?: (method: string, params: unknown) => unknown;
}

/** A client of the built language server: what an editor does, and what it is told. */
export class LanguageClient {
  /** The findings of each file as they were last published. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  /** What was asked of the client, in order: the methods. */
  readonly asked: { readonly method: string; readonly params: unknown }[] = [];
  /** What the server has written beside the protocol. */
  errors = '';
  result: InitializeResult | undefined;
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: MessageConnection,
    answer: (method: string, params: unknown) => unknown,
  ) {
    connection.onNotification((method, params) => {
      this.asked.push({ method, params });
      if (method === 'textDocument/publishDiagnostics') {
        const published = params as PublishDiagnosticsParams;
        this.published.set(published.uri, published);
      }
      this.stir();
    });
    connection.onRequest((method, params) => {
      this.asked.push({ method, params });
      this.stir();
      return answer(method, params) ?? null;
    });
    connection.onUnhandledProgress((params) => {
      this.asked.push({ method: '$/progress', params });
      this.stir();
    });
    connection.onError(() => undefined);
    process.stderr?.on('data', (chunk) => {
      this.errors += chunk;
    });
    connection.listen();
  }

  /** Starts the server on a folder and says hello. */
  static async start(
    folder: string,
    { capabilities = {}, initializationOptions = {}, folders = [folder], answer = () => null }: ClientOptions = {},
  ) {
    // The last is what vscode-languageclient adds.
    const args = [COMMAND, 'lsp', '--stdio', `--clientProcessId=${process.pid}`];
    const child = spawn(process.execPath, args, { cwd: folder, env: environment(folder), stdio: 'pipe' });
    const client = new LanguageClient(
      child,
      createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      answer,
    );
    client.result = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((path) => ({ uri: path.includes('://') ? path : uriOf(path), name: path })),
      capabilities,
      initializationOptions: { today: '2026-09-01', ...initializationOptions },
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.on('exit', resolve));
    if (this.process.exitCode !== null) return this.process.exitCode;
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  request<T>(method: string, params: object, token?: CancellationToken): Promise<T> {
    return token ? this.connection.sendRequest(method, params, token) : this.connection.sendRequest(method, params);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Opens a document; or says what it is now, where it is open already. */
  async show(uri: string, text: string): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    if (version === 1) await this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
    else await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    return version;
  }

  /** Changes a stretch of an open document. */
  async type(uri: string, range: object, text: string): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    return version;
  }

  async close(uri: string): Promise<void> {
    this.versions.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Says that files were changed from outside. */
  async changedOutside(...paths: readonly string[]): Promise<void> {
    await this.notify('workspace/didChangeWatchedFiles', { changes: paths.map((path) => ({ uri: uriOf(path), type: 2 })) });
  }

  /** Waits until something is so. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    const started = Date.now();
    while (!isSo()) {
      if (Date.now() - started > PATIENCE) throw new Error(`It never came to this: ${what}. ${this.errors}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, 200);
        const { waiting } = this;
        function done() {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
    }
  }

  /** Waits until the findings of a file are as they should be. */
  async findings(uri: string, what: string, are: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    await this.until(`${what} in ${uri}`, () => are(this.published.get(uri)?.diagnostics ?? []));
    return this.published.get(uri)?.diagnostics ?? [];
  }

  /** Waits until the server has nothing more to tell: it answers one after the other, so an answer comes after all that. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet++) await this.request('workspace/diagnostic', { previousResultIds: [] });
  }

  private stir(): void {
    for (const wake of [...this.waiting]) wake();
  }
}

/** Writes files below a folder of their own, which is taken away with the other temporary ones. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryGuidance();
  rmSync(root, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The URI of a file, as editors write it. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

export type { Disposable };
